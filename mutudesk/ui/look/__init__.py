"""How the program looks: tokens, style sheet, icons, fonts, and the look in use."""
