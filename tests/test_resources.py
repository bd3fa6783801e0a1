from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mutudesk import resources
from mutudesk.resources import ENVIRONMENT_VARIABLE, resource_path, resource_root

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder elsewhere, without any resource yet."""
    package = tmp_path / "site" / "mutudesk"
    package.mkdir(parents=True)
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    return package


def test_the_checkout_has_its_resources() -> None:
    assert resource_root().name == "resources"
    assert resource_path() == resource_root()
    assert resource_path("fonts", "SourceSans3-Regular.ttf").is_file()
    assert resource_path("icons/mutudesk.svg").is_file()


def test_the_environment_comes_first(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (installed / "_resources").mkdir()
    override = tmp_path / "dossier à part"
    override.mkdir()
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(override))
    assert resource_root() == override


def test_a_wrong_override_does_not_fall_back(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (installed / "_resources").mkdir()
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "nowhere"))
    with pytest.raises(FileNotFoundError, match="nowhere"):
        resource_root()


def test_the_wheel_comes_before_the_checkout(installed: Path) -> None:
    beside = installed.parent / "resources"
    beside.mkdir()
    assert resource_root() == beside
    inside = installed / "_resources"
    inside.mkdir()
    assert resource_root() == inside


@pytest.mark.usefixtures("installed")
def test_no_folder_at_all_is_said() -> None:
    with pytest.raises(FileNotFoundError, match=r"_resources.*resources"):
        resource_path("fonts")


@pytest.mark.parametrize(
    "parts",
    [
        ("..",),
        ("fonts", ".."),
        ("fonts/../../pyproject.toml",),
        ("fonts\\..\\x",),
        ("/etc",),
        ("fonts", "/etc"),
        ("C:\\x",),
        ("C:x",),
        ("\\x",),
    ],
)
def test_a_path_that_leaves_the_folder_is_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        resource_path(*parts)


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/absent\.ttf"):
        resource_path("fonts", "absent.ttf")
