"""The window around the pages: start, menus, navigation, date bar, the open register."""
