/* Stands in for the program where only its installer is tried: a window of its title, and a command
 * that prints its words and succeeds. -DCLI makes the second. */

#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#ifdef CLI
int wmain(int count, wchar_t **words)
{
    for (int i = 1; i < count; i++)
        printf("%ls ", words[i]);
    printf("\n");
    return 0;
}
#else
static LRESULT CALLBACK answer(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message == WM_DESTROY)
        PostQuitMessage(0);
    return DefWindowProcW(window, message, first, second);
}

int WINAPI wWinMain(HINSTANCE module, HINSTANCE before, LPWSTR words, int shown)
{
    WNDCLASSW kind = {.lpfnWndProc = answer, .hInstance = module, .lpszClassName = L"stand-in"};
    MSG message;

    (void)before, (void)shown;
    if (*words && !wcsstr(words, L"--kiosk"))
        return 0; /* a command */
    RegisterClassW(&kind);
    CreateWindowW(L"stand-in", L"Bantuan Kode OTP", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 0, 0, 300, 200,
                  0, 0, module, 0);
    while (GetMessageW(&message, 0, 0, 0) > 0)
        DispatchMessageW(&message);
    return 0;
}
#endif
