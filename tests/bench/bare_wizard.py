"""A QWizard with one question and nothing else: what frozen.py compares the program with."""

import sys

from PySide6.QtWidgets import QApplication, QRadioButton, QVBoxLayout, QWizard, QWizardPage


def main() -> int:
    """Show the wizard until it is closed."""
    application = QApplication(sys.argv)
    wizard = QWizard()
    wizard.setWindowTitle("bare")
    page = QWizardPage()
    page.setTitle("Apa yang Anda alami?")
    column = QVBoxLayout(page)
    for text in ("Kode SMS tidak datang", "Ada tulisan di layar", "Tidak tahu"):
        column.addWidget(QRadioButton(text))
    wizard.addPage(page)
    wizard.resize(1200, 700)  # maximised it sometimes stays half painted
    wizard.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
