"""Help for members of JKN whose OTP code does not arrive."""

__version__ = "0.1.0"
