"""The one style sheet: shapes of the standard widgets, by class or by the dynamic property `kind`.

- No `QWidget { font }`: it would beat every setFont(); QApplication.setFont() gives the base.
- `.QFrame[kind]` is exactly a QFrame: a QLabel is one too, and would take the frame of its kind.
  Classes derived from QFrame say `band` instead, which no label does.
- A focus ring is drawn inside the border (padding less one pixel), so that nothing moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.ui.look.tokens import RADIUS, RING, SIZES

if TYPE_CHECKING:
    from mutudesk.ui.look.current import Look


def style_sheet(look: Look) -> str:
    """The sheet of one look."""
    return "\n".join(
        part(look) for part in (_labels, _frames, _buttons, _fields, _boxes, _views, _small_things)
    )


def _labels(look: Look) -> str:
    c, px = look.c, look.px
    return f"""
QLabel {{ background: transparent; color: {c.text}; }}
QLabel[kind="title"] {{ font-size: {px(SIZES["title"])}px; font-weight: 600; }}
QLabel[kind="lead"] {{ font-size: {px(SIZES["lead"])}px; font-weight: 600; }}
QLabel[kind="figure"] {{ font-size: {px(SIZES["figure"])}px; font-weight: 600; }}
QLabel[kind="strong"] {{ font-weight: 600; }}
QLabel[kind="label"] {{ color: {c.text_soft}; font-weight: 600; }}
QLabel[kind="soft"] {{ color: {c.text_soft}; }}
QLabel[kind="faint"] {{ color: {c.text_faint}; }}
QLabel[kind="hint"] {{ color: {c.text_faint}; font-size: {px(SIZES["small"])}px; }}
QLabel[kind="error"] {{ color: {c.error}; font-size: {px(SIZES["small"])}px; }}
QLabel[kind="star"] {{ color: {c.error}; font-weight: 600; }}
QLabel[kind="warn"] {{ color: {c.warn}; }}
QLabel[kind="warn_strong"] {{ color: {c.warn}; font-weight: 600; }}
QLabel[kind="caution"] {{ color: {c.warn}; font-size: {px(SIZES["small"])}px; }}
QLabel[kind="hier"] {{ color: {c.hier}; font-weight: 600; }}
QLabel[kind="oper"] {{ color: {c.oper}; font-weight: 600; }}
QLabel[kind="caption"] {{ color: {c.text_soft}; font-size: {px(SIZES["small"])}px; }}
"""


def _frames(look: Look) -> str:
    c, px = look.c, look.px
    sheet, box = px(RADIUS["l"]), px(RADIUS["m"])
    return f"""
.QFrame[kind="page"] {{ background: {c.surface}; border: 1px solid {c.line};
  border-radius: {sheet}px; }}
.QFrame[kind="page"][other_date="true"] {{ border: {px(3)}px solid {c.warn_line}; }}
.QFrame[kind="band"], QFrame[band="info"] {{ background: {c.raised}; border: 1px solid {c.line};
  border-radius: {box}px; }}
QFrame[band="date"] {{ background: {c.warn_soft}; border: none;
  border-bottom: 1px solid {c.warn_line}; border-top-left-radius: {px(7)}px;
  border-top-right-radius: {px(7)}px; }}
QFrame[band="warn"] {{ background: {c.warn_soft}; border: 1px solid {c.warn_line};
  border-radius: {box}px; }}
QFrame[band="ok"] {{ background: {c.ok_soft}; border: 1px solid {c.ok}; border-radius: {box}px; }}
QFrame[band="hier"] {{ background: {c.hier_soft}; border: 1px solid {c.hier};
  border-radius: {box}px; }}
QFrame[band="oper"] {{ background: {c.oper_soft}; border: 1px solid {c.oper};
  border-radius: {box}px; }}
QFrame[band="error"] {{ background: {c.error_soft}; border: 1px solid {c.error};
  border-radius: {box}px; }}
.QFrame[kind="panel"] {{ background: {c.raised}; border: none; border-left: 1px solid {c.line}; }}
QFrame[band="popup"] {{ background: {c.surface}; border: 1px solid {c.line_strong}; }}
.QFrame[kind="rule"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
.QFrame[kind="upright_rule"] {{ background: {c.line}; border: none; max-width: 1px;
  min-width: 1px; }}
"""


def _buttons(look: Look) -> str:
    c, px = look.c, look.px
    box = px(RADIUS["m"])
    return f"""
QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line_strong};
  border-radius: {box}px; padding: {px(5)}px {px(14)}px; min-height: {px(20)}px;
  font-weight: 600; }}
QPushButton:hover {{ background: {c.accent_soft}; border-color: {c.accent}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:focus {{ border: {RING}px solid {c.accent};
  padding: {px(5) - 1}px {px(14) - 1}px; }}
QPushButton:disabled {{ color: {c.line_strong}; border-color: {c.line}; background: {c.raised}; }}
QPushButton[kind="primary"] {{ background: {c.fill}; color: {c.on_fill};
  border-color: {c.fill}; }}
QPushButton[kind="primary"]:hover {{ background: {c.fill_hover}; }}
QPushButton[kind="primary"]:focus {{ border: {RING}px solid {c.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.line}; color: {c.text_soft};
  border-color: {c.line}; }}
QPushButton[kind="quiet"], QToolButton {{ background: transparent; color: {c.accent};
  border: 1px solid transparent; border-radius: {box}px; padding: {px(4)}px {px(8)}px;
  font-weight: 600; }}
QPushButton[kind="quiet"]:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
QPushButton[kind="quiet"]:checked {{ background: {c.accent_soft}; }}
QPushButton[kind="quiet"]:focus, QToolButton:focus {{ border: {RING}px solid {c.accent};
  padding: {px(4) - 1}px {px(8) - 1}px; }}
QPushButton[kind="quiet"]:disabled {{ color: {c.text_faint}; background: transparent; }}
QPushButton[kind="link"] {{ background: transparent; border: {RING}px solid transparent;
  border-radius: {px(RADIUS["s"])}px; color: {c.error}; font-weight: 400; padding: 0 {px(2)}px;
  text-decoration: underline; min-height: {px(18)}px; }}
QPushButton[kind="link"]:focus {{ border-color: {c.accent}; }}
QToolButton:checked {{ background: {c.accent_soft}; color: {c.accent}; }}
QToolButton[kind="inside"] {{ padding: 0; margin: 0; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _fields(look: Look) -> str:
    c, px = look.c, look.px
    box = px(RADIUS["m"])
    chevron = f"chevron-{'dark' if look.dark else 'light'}.svg"
    fields = "QLineEdit, QComboBox, QPlainTextEdit"
    focused = "QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus"
    invalid = ", ".join(
        f'{name}[invalid="true"]' for name in ("QLineEdit", "QComboBox", "QPlainTextEdit")
    )
    invalid_focused = invalid.replace("]", "]:focus")
    return f"""
{fields} {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line_strong};
  border-radius: {box}px; padding: {px(5)}px {px(9)}px; min-height: {px(20)}px;
  selection-background-color: {c.fill}; selection-color: {c.on_fill}; }}
{focused} {{ border: {RING}px solid {c.accent}; padding: {px(5) - 1}px {px(9) - 1}px; }}
{invalid} {{ border: {RING}px solid {c.error}; padding: {px(5) - 1}px {px(9) - 1}px; }}
{invalid_focused} {{ border-color: {c.accent}; background: {c.error_soft}; }}
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled {{ background: {c.raised};
  border-color: {c.line}; color: {c.text_soft}; }}
QLineEdit[other_date="true"] {{ background: {c.warn_soft}; border: {RING}px solid {c.warn_line};
  padding: {px(5) - 1}px {px(9) - 1}px; font-weight: 600; }}
QLineEdit[other_date="false"] {{ font-weight: 600; }}
QLineEdit[other_date="true"]:focus {{ border-color: {c.accent}; }}
QLineEdit[other_date="true"][invalid="true"] {{ border-color: {c.error}; }}
QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
QComboBox::down-arrow {{ image: url(icons:{chevron}); width: {px(16)}px; height: {px(16)}px; }}
QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line_strong};
  outline: 0; padding: {px(4)}px; selection-background-color: {c.accent_soft};
  selection-color: {c.text}; }}
QComboBox QAbstractItemView::item {{ min-height: {px(28)}px; padding: 0 {px(6)}px; }}
"""


def _boxes(look: Look) -> str:
    c, px = look.c, look.px
    small = px(RADIUS["s"])
    tick = f"check-{'dark' if look.dark else 'light'}.svg"
    return f"""
QCheckBox, QRadioButton {{ background: transparent; spacing: {px(8)}px; padding: {px(3)}px;
  color: {c.text}; border: {RING}px solid transparent; border-radius: {small}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {c.text_faint}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {px(16)}px; height: {px(16)}px;
  background: {c.surface}; border: 1px solid {c.line_strong}; border-radius: {small}px; }}
QRadioButton::indicator {{ border-radius: {px(9)}px; }}
QCheckBox::indicator:checked {{ background: {c.fill}; border-color: {c.fill};
  image: url(icons:{tick}); }}
QRadioButton::indicator:checked {{ border: {px(5)}px solid {c.fill}; width: {px(8)}px;
  height: {px(8)}px; }}
"""


def _views(look: Look) -> str:
    c, px = look.c, look.px
    handle = f"QScrollBar::handle {{ background: {c.line_strong}; border-radius: {px(4)}px;"
    return f"""
QAbstractItemView {{ background: {c.surface}; color: {c.text}; border: none; outline: 0;
  gridline-color: {c.line}; alternate-background-color: {c.raised};
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
QTableView[kind="before_after"]::item {{ padding: {px(4)}px {px(10)}px; }}
QHeaderView {{ background: {c.raised}; border: none; }}
QHeaderView::section {{ background: {c.raised}; color: {c.text_soft}; border: none;
  border-bottom: 1px solid {c.line}; padding: {px(5)}px {px(10)}px; font-weight: 600; }}
QTableCornerButton::section {{ background: {c.raised}; border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="clear"] {{ background: transparent;
  border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
{handle} margin: {px(2)}px; min-height: {px(32)}px; min-width: {px(32)}px; }}
QScrollBar::handle:hover {{ background: {c.text_faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _small_things(look: Look) -> str:
    c, px = look.c, look.px
    return f"""
QTabBar {{ background: transparent; border: none; font-weight: 600; }}
QTabBar::tab {{ background: transparent; color: {c.text_soft}; border: none; font-weight: 600;
  border-bottom: {px(3)}px solid transparent; padding: {px(8)}px {px(10)}px {px(7)}px;
  margin-right: {px(2)}px; }}
QTabBar::tab:hover {{ color: {c.accent}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ color: {c.accent}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.line_strong}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(6)}px {px(20)}px; border-radius: {px(RADIUS["s"])}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QToolTip {{ background: {c.text}; color: {c.surface}; border: none; padding: {px(6)}px; }}
QProgressBar {{ background: {c.line}; border: none; border-radius: {px(3)}px;
  max-height: {px(6)}px; }}
QProgressBar::chunk {{ background: {c.fill}; border-radius: {px(3)}px; }}
QSplitter::handle {{ background: {c.line}; }}
"""
