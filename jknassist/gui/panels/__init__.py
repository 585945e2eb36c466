"""What is laid over the wizard for a moment: contacts, how-tos, answers given, print, save."""
