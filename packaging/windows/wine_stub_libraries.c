/* Stubs of what Windows 10 has and Wine 8 lacks, so that the Windows build can be tried under
 * Wine. They go into the Wine folder only and are never shipped. One library is made at a time:
 * -DICUUC, -DBCRYPTPRIMITIVES or -DMSCMS (see packaging/windows/wine.py). */

#define OFFERED __declspec(dllexport)

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved)
{
    (void)module, (void)reason, (void)reserved;
    return 1;
}

#ifdef ICUUC
/* Qt asks ICU for converters of old encodings: there are none here. */
enum { FILE_ACCESS_ERROR = 4 };
#define NOTHING(name) OFFERED void name(void) {}

OFFERED void *ucnv_open(const char *name, int *error)
{
    (void)name;
    if (error)
        *error = FILE_ACCESS_ERROR;
    return 0;
}
OFFERED signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
OFFERED const char *ucnv_getName(void *converter, int *error)
{
    (void)converter, (void)error;
    return "";
}
OFFERED const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name, (void)standard, (void)error;
    return 0;
}
OFFERED const char *ucnv_getAvailableName(int place) { (void)place; return 0; }
OFFERED int ucnv_countAvailable(void) { return 0; }
OFFERED int ucnv_toUCountPending(void *converter, int *error)
{
    (void)converter, (void)error;
    return 0;
}
OFFERED int ucnv_fromUCountPending(void *converter, int *error)
{
    (void)converter, (void)error;
    return 0;
}
NOTHING(ucnv_close)
NOTHING(ucnv_reset)
NOTHING(ucnv_toUnicode)
NOTHING(ucnv_fromUnicode)
NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setFromUCallBack)
NOTHING(ucnv_cbToUWriteUChars)
NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
#endif

#ifdef BCRYPTPRIMITIVES
/* Random bytes; advapi32 has had them under this number since Windows XP. */
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *place, unsigned long size);

OFFERED int __stdcall ProcessPrng(unsigned char *place, unsigned long long size)
{
    return SystemFunction036(place, (unsigned long)size);
}
#endif

#ifdef MSCMS
/* Colour profiles: there are none, and asking is no error. */
OFFERED void *__stdcall WcsCreateIccProfile(void *profile, unsigned options)
{
    (void)profile, (void)options;
    return 0;
}
OFFERED void *__stdcall WcsOpenColorProfileW(void *a, void *b, void *c, unsigned d, unsigned e,
                                             unsigned f, unsigned g)
{
    (void)a, (void)b, (void)c, (void)d, (void)e, (void)f, (void)g;
    return 0;
}
OFFERED void *__stdcall OpenColorProfileW(void *a, unsigned b, unsigned c, unsigned d)
{
    (void)a, (void)b, (void)c, (void)d;
    return 0;
}
OFFERED int __stdcall CloseColorProfile(void *profile) { (void)profile; return 1; }
OFFERED int __stdcall GetColorProfileFromHandle(void *a, void *b, void *c)
{
    (void)a, (void)b, (void)c;
    return 0;
}
OFFERED int __stdcall GetStandardColorSpaceProfileW(void *a, unsigned b, void *c, void *d)
{
    (void)a, (void)b, (void)c, (void)d;
    return 0;
}
OFFERED int __stdcall WcsGetDefaultColorProfile(void) { return 0; }
OFFERED int __stdcall ColorProfileGetDisplayDefault(void) { return -1; }
#endif
