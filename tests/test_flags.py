"""Flags: what an editor has seen, in a file that survives hands, merges and crashes."""

import datetime as dt
import multiprocessing
import stat
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.flags import FLAGS_FILE, FlagsError, change_flags, changed, load_flags, parse_flags
from discrepancy.flags.merge import joined, sides_of
from discrepancy.model import Flag, FlagScope, FlagVerdict

DAY = dt.date(2024, 6, 1)
SEEN = Flag(
    "b0b1",
    "both count differently",
    fact="killed",
    values=("Post: 3", "Wire: 5"),
    quotes=("0a1b2c3d", "4e5f6a7b"),
    reports=("reports/post.md", "reports/wire.md"),
    by="Ana",
    date=DAY,
)
TEXT = """\
# What editors have seen among the findings of `discrepancy check`; written by `discrepancy flag`.
version = 2

[[flag]]
finding = "b0b1"
fact = "killed"
values = ["Post: 3", "Wire: 5"]
verdict = "explained"
reason = "both count differently"
by = "Ana"
date = 2024-06-01
reports = ["reports/post.md", "reports/wire.md"]
quotes = ["0a1b2c3d", "4e5f6a7b"]
"""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
flags = st.builds(
    Flag,
    finding=st.text("0123456789abcdef", min_size=1, max_size=12),
    reason=texts.filter(str.strip),
    verdict=st.sampled_from(FlagVerdict),
    fact=texts,
    values=st.lists(texts, max_size=3).map(tuple),
    by=texts,
    date=st.none() | st.dates(),
    scope=st.sampled_from(FlagScope),
    rule=texts,
    outlets=st.lists(texts, max_size=3).map(tuple),
    expires=st.none() | st.dates(),
    ref=texts,
    quotes=st.lists(texts, max_size=2).map(tuple),
    reports=st.lists(texts, max_size=2).map(tuple),
)


def test_a_flag_is_written_for_the_reader() -> None:
    assert changed("", [SEEN]) == TEXT


@given(st.lists(flags, unique_by=lambda flag: flag.finding, max_size=6), st.randoms())
def test_flags_in_any_order_make_one_file_that_gives_them_back(several: list[Flag], chance: object) -> None:
    shuffled = sorted(several, key=lambda _: chance.random())  # type: ignore[attr-defined] # hypothesis' own Random
    text, other = "", ""
    for flag in several:
        text = changed(text, [flag])
    for flag in shuffled:
        other = changed(other, [flag])
    assert text == other
    assert list(parse_flags(text, "")) == sorted(several, key=lambda flag: flag.finding)


@given(flags)
def test_the_same_flag_again_changes_nothing(flag: Flag) -> None:
    text = changed(TEXT, [flag])
    assert changed(text, [flag]) == text


def test_the_same_flag_on_a_later_day_changes_nothing() -> None:
    later = replace(SEEN, date=dt.date(2024, 7, 1))
    assert changed(TEXT, [later]) == TEXT
    assert "2024-07-01" in changed(TEXT, [Flag("b0b1", "another reason", date=dt.date(2024, 7, 1))])


def test_comments_stay_with_their_flag() -> None:
    text = TEXT.replace("[[flag]]", "# asked the desk\n[[flag]] # seen").replace("by =", "# on the phone\nby =")
    assert changed(text, [Flag("a0", "first")]).endswith(text.partition("version = 2\n\n")[2])
    assert "# asked the desk\n[[flag]]\n" in changed(text, [replace(SEEN, reason="asked again")])


def test_a_file_of_the_first_version_is_read_and_brought_up_by_the_next_flag() -> None:
    old = TEXT.replace("version = 2", "version = 1").partition("reports =")[0]
    assert parse_flags(old, "") == (replace(SEEN, quotes=(), reports=()),)
    assert changed(old, [SEEN]) == TEXT
    assert changed(old, dropped=["none"]) == old


def test_a_file_laid_out_unusually_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / FLAGS_FILE
    path.write_text('flag = [{finding = "b0b1", reason = "seen"}]\n', encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(FlagsError, match="laid out in a way that cannot be kept"):
        change_flags(path, [Flag("a0", "first")])
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [FLAGS_FILE]


def test_a_missing_file_holds_no_flags(tmp_path: Path) -> None:
    assert load_flags(tmp_path / FLAGS_FILE) == ()


@given(st.lists(flags, unique_by=lambda flag: flag.finding, min_size=1, max_size=6), st.data())
def test_a_flag_taken_out_leaves_the_others(several: list[Flag], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(several))
    text = changed("", several)
    assert parse_flags(changed(text, dropped=[gone.finding]), "") == tuple(
        sorted((flag for flag in several if flag is not gone), key=lambda flag: flag.finding)
    )
    assert changed(text, dropped=["none"]) == text


def test_a_last_day_that_is_none_stays_as_it_is_written() -> None:
    (flag,) = parse_flags('[[flag]]\nfinding = "a"\nreason = "a"\nexpires = "next spring"\n', "f.toml")
    assert (flag.expires, flag.place) == ("next spring", "f.toml:1")
    (flag,) = parse_flags('[[flag]]\nfinding = "a"\nreason = "a"\nexpires = "2024-06-01"\n', "f.toml")
    assert flag.expires == DAY


def test_a_link_and_the_rights_of_the_file_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_text("", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    change_flags(link, [SEEN])
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == TEXT
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FlagsError, match="cannot be written"):
        change_flags(tmp_path / "none" / FLAGS_FILE, [SEEN])


@given(st.lists(flags, unique_by=lambda flag: flag.finding, max_size=6), st.data())
def test_two_branches_are_joined_whatever_git_makes_of_them(several: list[Flag], data: st.DataObject) -> None:
    here = data.draw(st.lists(st.sampled_from(several), unique=True)) if several else []
    ours, theirs = changed("", here), changed("", [flag for flag in several if flag not in here])
    marked = f"<<<<<<< HEAD\n{ours}\n||||||| 1\n=======\n{theirs}\n>>>>>>> branch\n"
    assert sides_of(marked) == (f"{ours}\n", f"{theirs}\n")
    assert set(parse_flags(joined(*sides_of(marked), ""), "")) == set(several)


def test_of_two_flags_on_one_finding_the_later_counts() -> None:
    later = replace(SEEN, reason="asked again", date=dt.date(2024, 7, 1))
    for sides in ((SEEN, later), (later, SEEN)):
        text = joined(*(f"# mine\n{changed('', [side])}" for side in sides), "")
        assert parse_flags(text, "") == (later,)
        assert text.startswith("# mine\n")


BAD = {
    "conflict markers": (
        "<<<<<<< ours\n",
        "f.toml:1: a conflict of git; join its sides by `disc",
    ),
    "a newer version": ("version = 3\n", "f.toml:1: version 3 is not known; it takes a newer release"),
    "an unknown key": ("flags = []\n", "f.toml:1: `flags` is not known; head each flag with [[flag]]"),
    "no list": ("flag = 1\n", "f.toml:1: `flag` is no list; head each flag with [[flag]]"),
    "no reason": ('[[flag]]\nfinding = "a"\n', "f.toml:1: no `reason`; give it as text in quotes"),
    "an empty reason": ('[[flag]]\nfinding = "a"\nreason = " "\n', "f.toml:1: no `reason`; give it as text in quotes"),
    "no finding": ('\n[[flag]]\nreason = "a"\n', "f.toml:2: no `finding`; give it as text in quotes"),
    "an unknown field": (
        '[[flag]]\nfinding = "a"\nreason = "a"\nreasons = 1\n',
        "f.toml:1: unknown field `reasons`; known are finding, reason, verdict, scope, rule, fact, values, outlets, ",
    ),
    "an unknown verdict": (
        '[[flag]]\nfinding = "a"\nreason = "a"\nverdict = "fine"\n',
        "f.toml:1: verdict: 'fine' is not known; known are explained, update, false-match,",
    ),
    "a list as verdict": (
        '[[flag]]\nfinding = "a"\nreason = "a"\nverdict = []\n',
        "f.toml:1: verdict: [] is not known",
    ),
    "a date in quotes": (
        '[[flag]]\nfinding = "a"\nreason = "a"\ndate = "2024-05-30"\n',
        "f.toml:1: date: '2024-05-30' is no day; write it as 2024-05-30, without quotes",
    ),
    "an impossible date": ('[[flag]]\nfinding = "a"\nreason = "a"\ndate = 2024-02-31\n', "f.toml:4: invalid date or"),
    "values of another kind": (
        '[[flag]]\nfinding = "a"\nreason = "a"\nvalues = [1]\n',
        "f.toml:1: values: give a list",
    ),
    "a second flag": (
        '[[flag]]\nfinding = "a"\nreason = "a"\n[[flag]]\nfinding = "a"\nreason = "b"\n',
        "f.toml:4: a second flag on a; keep one of them",
    ),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_told_in_one_line_that_says_where(text: str, message: str) -> None:
    with pytest.raises(FlagsError) as told:
        parse_flags(text, "f.toml")
    assert str(told.value).startswith(message)
    assert "\n" not in str(told.value)


def test_a_bad_file_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / FLAGS_FILE
    path.write_bytes(b"[[flag]]\nreason = '\xff'\n")
    with pytest.raises(FlagsError, match="not UTF-8"):
        change_flags(path, [SEEN])
    assert path.read_bytes() == b"[[flag]]\nreason = '\xff'\n"


def _write(path: Path, number: int) -> None:
    change_flags(path, [Flag(f"{number:04x}", "seen")])


def test_writers_at_one_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / FLAGS_FILE
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        pool.map(partial(_write, path), range(40), chunksize=1)
    assert [flag.finding for flag in load_flags(path)] == [f"{number:04x}" for number in range(40)]
    assert [one.name for one in tmp_path.iterdir()] == [FLAGS_FILE]
