"""Reading: which outlet published what, when?"""

import io
import json
import os
import tomllib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.baseline.load import BASELINE_FILE
from discrepancy.configuration import OWN_FILE
from discrepancy.flags.load import FLAGS_FILE
from discrepancy.model import Document, Origin, Published
from discrepancy.read import Content, Part, Shard, one_by_one, read
from discrepancy.read.dates import dateline
from discrepancy.read.fields import FieldError, published_of
from discrepancy.read.guesses import outlet_of, title_of
from discrepancy.read.text import front_matter

HEADS = tomllib.loads((Path(__file__).parent / "cases" / "read" / "datelines.toml").read_text(encoding="utf-8"))["head"]
BODY = "Two bridges over the river opened on Monday.\nEach is 300 metres long.\n"


def documents(*paths: Path | str) -> list[Document]:
    found = list(read([str(path) for path in paths]))
    assert all(isinstance(one, Document) for one in found), [str(one) for one in found]
    return [one for one in found if isinstance(one, Document)]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def rows(path: Path, lines: Iterable[object]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


DAYS = {
    "sun-2025-06-20.txt": ("sun", "2025-06-20"),
    "02_evening post 2025-06-20.md": ("evening post", "2025-06-20"),
    "evening.post.2025-06-20.v.txt": None,
    "2025-06-20.txt": ("2025-06-20", "2025-06-20"),
    "2025-06-20-sun.txt": None,
    "sun-2025-06-31.txt": None,
    "sun-0000-06-01.txt": None,
    "sun-12025-06-20.txt": None,
    "sun-2025-06-201.txt": None,
    "sun-20250620.txt": None,
}


@pytest.mark.parametrize(("name", "told"), DAYS.items())
def test_the_day_with_which_a_name_ends_is_that_of_publication(
    name: str, told: tuple[str, str] | None, tmp_path: Path
) -> None:
    (document,) = documents(write(tmp_path, {name: BODY}) / name)
    if told is None:
        assert document.published is None
        return
    outlet, day = told
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
    assert (document.outlet, document.published) == (outlet, Published(moment, "day", Origin.FILE))


def test_a_day_in_a_name_comes_last_and_says_nothing_of_rows(tmp_path: Path) -> None:
    name = "sun-2025-06-20"
    files = {
        f"a/{name}.txt": f"---\npublished: 2025-06-18\n---\n{BODY}",
        f"b/{name}.txt": f"Two bridges open\nPublished: 17 June 2025\n\n{BODY}",
        f"c/{name}.txt": BODY,
        "c/sources.toml": '[[source]]\nfiles = "sun-*"\npublished = 2025-06-16\n',
        f"d/{name}.jsonl": json.dumps({"text": BODY}),
    }
    write(tmp_path, files)
    found = [documents(tmp_path / folder)[0].published for folder in "abcd"]
    assert [one and one.time.date().isoformat() for one in found] == ["2025-06-18", "2025-06-17", "2025-06-16", None]


@pytest.mark.parametrize(
    "title",
    [
        "QUAKE HORROR: Terror at the pier",
        "Live: storm: day two",
        "Opinion: 'We were warned'",
        '"We were warned": the night of the storm',
        "'Not yet' says the mayor",
        "Storm – live:",
        "@harbour says no",
        "`Quiet` harbour: a portrait",
        "Ågren: “too late” 🌊",
    ],
)
def test_a_headline_that_yaml_cannot_read_is_plain_text(title: str, tmp_path: Path) -> None:
    head = f"---\noutlet: Evening Post\ntitle: {title}\npublished: 2019-06-03\nurl: https://post.example/1\n---\n"
    (document,) = documents(write(tmp_path, {"a.md": head + BODY}) / "a.md")
    assert (document.title, document.outlet, document.url) == (title, "Evening Post", "https://post.example/1")
    assert document.published == Published(datetime(2019, 6, 3, tzinfo=UTC), "day")


@given(title=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40))
def test_no_headline_on_one_line_loses_the_fields_beside_it(title: str) -> None:
    plain = f"Live: {title.strip()}: more"
    fields, start = front_matter(f"---\noutlet: Post\ntitle: {plain}\n---\nText.")
    assert (fields.outlet, start > 0) == ("Post", True)
    assert fields.title in {plain, plain.partition(" #")[0].strip()}


def test_front_matter_gives_the_fields_and_the_text_begins_after_it(tmp_path: Path) -> None:
    head = "---\noutlet: Evening Post\npublished: 2019-06-03\ntitle: A bridge\nstory: bridge\nmood: glad\nversion: 2\n---\n"  # noqa: E501 - as a file has it
    (document,) = documents(write(tmp_path, {"a.md": head + BODY}) / "a.md")
    assert document.text == BODY
    assert document.line == 9
    assert (document.outlet, document.title, document.story, document.version) == (
        "Evening Post",
        "A bridge",
        "bridge",
        "2",
    )
    assert document.published == Published(datetime(2019, 6, 3, tzinfo=UTC), "day")


def test_a_bare_file_tells_its_outlet_title_and_date_by_name_and_first_lines(tmp_path: Path) -> None:
    text = "Two bridges open after years\nPublished: 3 June 2019\n\n" + BODY
    (document,) = documents(write(tmp_path, {"02_evening-post.txt": text}) / "02_evening-post.txt")
    assert (document.id, document.outlet, document.title) == (
        "02_evening-post.txt", "evening post", "Two bridges open after years",
    )  # fmt: skip
    assert document.published == Published(datetime(2019, 6, 3, tzinfo=UTC), "day", Origin.DATELINE)
    assert document.language == "en"
    assert document.story is None
    assert document.text == text


def test_nothing_is_dated_by_the_clock_or_the_file(tmp_path: Path) -> None:
    (document,) = documents(write(tmp_path, {"a.txt": BODY}) / "a.txt")
    assert document.published is None


def test_a_folder_is_read_in_the_order_of_names_and_its_folders_are_stories(tmp_path: Path) -> None:
    write(tmp_path / "desk", {"flood/b.txt": BODY, "flood/a.md": BODY, "fire/x/c.txt": BODY, "z.txt": BODY})
    assert [(one.id, one.story) for one in documents(tmp_path / "desk")] == [
        ("z.txt", "desk"), ("fire/x/c.txt", "fire/x"), ("flood/a.md", "flood"), ("flood/b.txt", "flood"),
    ]  # fmt: skip


def test_a_story_has_one_name_whether_its_folder_is_given_or_the_one_above(tmp_path: Path) -> None:
    write(tmp_path, {"flood/a.txt": BODY})
    assert documents(tmp_path)[0].story == documents(tmp_path / "flood")[0].story == "flood"


def test_files_named_from_one_folder_are_a_story_and_a_lone_one_is_not(tmp_path: Path) -> None:
    write(tmp_path, {"flood/a.txt": BODY, "flood/b.txt": BODY, "fire/c.txt": BODY})
    found = documents(tmp_path / "flood" / "a.txt", tmp_path / "flood" / "b.txt", tmp_path / "fire" / "c.txt")
    assert [one.story for one in found] == ["flood", "flood", None]


def test_what_is_about_the_reports_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY, "README.md": "no", "gold.toml": "no = 1", ".b.txt": "no", ".git/c.txt": "no"})
    assert [one.id for one in documents(tmp_path)] == ["a.txt"]


@pytest.mark.parametrize("name", [OWN_FILE, FLAGS_FILE, BASELINE_FILE, "pyproject.toml"])
def test_what_the_program_keeps_among_the_reports_is_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"a.txt": BODY, name: "no = 1"})
    assert [one.id for one in documents(tmp_path)] == ["a.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY})
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(documents(tmp_path, tmp_path / "a.txt", tmp_path)) == 1


def test_two_files_of_one_name_have_ids_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, {"a/x.txt": BODY, "b/x.txt": BODY})
    ids = [one.id for one in documents(tmp_path / "a", tmp_path / "b")]
    assert ids == ["x.txt", (tmp_path / "b" / "x.txt").as_posix()]


def test_line_ends_become_one_character_and_a_byte_order_mark_goes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.\rThree.\n")
    assert documents(tmp_path)[0].text == "One.\nTwo.\nThree.\n"


def test_rows_keep_their_text_and_give_the_same_fields(tmp_path: Path) -> None:
    text = "One.\r\n  Two \N{ROMAN NUMERAL TWO}.\n"
    given = {
        "id": 7,
        "text": text,
        "outlet": "Post",
        "published": "2019-06-03T18:05:00+02:00",
        "story": "s",
        "words": [],
    }
    first, second = documents(rows(tmp_path / "c.jsonl", [given, {"text": BODY, "published": None, "outlet": ""}]))
    zone = timezone(timedelta(hours=2))
    assert (first.id, first.text, first.story, first.line) == ("7", text, "s", 1)
    assert first.published == Published(datetime(2019, 6, 3, 18, 5, tzinfo=zone), "minute")
    assert (second.id, second.outlet, second.story, second.published, second.line) == ("c.jsonl:2", "c", None, None, 2)


def test_rows_with_one_id_have_ids_of_their_own(tmp_path: Path) -> None:
    found = documents(rows(tmp_path / "c.jsonl", [{"id": "a", "text": BODY}] * 3))
    assert [one.id for one in found] == ["a", "a#2", "a#3"]


def test_lone_surrogates_are_replaced_and_offsets_stay(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text('{"text": "a\\ud83d 20 km", "outlet": "\\udc00"}\n', encoding="utf-8")
    (document,) = documents(tmp_path)
    assert document.text == "a\N{REPLACEMENT CHARACTER} 20 km"
    document.outlet.encode()


@pytest.mark.parametrize(
    ("data", "found"),
    [(b'\n {"text": "Row."}\n{"text": "Row two."}\n', ["stdin:2", "stdin:3"]), (b"{Text}", ["stdin"])],
)
def test_standard_input_is_rows_where_it_looks_like_them_else_text(data: bytes, found: list[str]) -> None:
    assert [one.id for one in read(["-"], io.BytesIO(data)) if isinstance(one, Document)] == found


def test_a_named_file_without_a_known_ending_is_read_by_its_looks(tmp_path: Path) -> None:
    write(tmp_path, {"export": '{"text": "One."}\n{"text": "Two."}\n', "notes.log": BODY})
    assert [one.id for one in documents(tmp_path / "export", tmp_path / "notes.log")] == [
        "export:1",
        "export:2",
        "notes.log",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_in_a_folder_does_not_hold_up_the_run(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY})
    os.mkfifo(tmp_path / "b.txt")
    assert [getattr(one, "reason", "") for one in read([str(tmp_path)])] == ["", "no regular file; leave it out"]


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head["text"].replace("\n", "/")[:60])
def test_a_date_near_the_head_is_the_day_of_publication(head: dict[str, str]) -> None:
    published = dateline(head["text"])
    assert (published.time.date().isoformat() if published else "") == head["day"]


@given(
    st.text()
    | st.lists(st.sampled_from(["MON ", "May ", "3, ", "2019", "| ", "Published ", "A", ", ", "\n"])).map("".join)
)
def test_a_head_of_any_text_is_read(text: str) -> None:
    published = dateline(text)
    assert published is None or published.precision == "day"
    assert len(title_of(text)) < 200
    assert isinstance(outlet_of(text), str)


@pytest.mark.parametrize(
    ("given", "time", "precision"),
    [
        ("2019-06-03", "2019-06-03T00:00:00+00:00", "day"),
        ("20190603", "2019-06-03T00:00:00+00:00", "day"),
        ("2019-06-03T00:00:00Z", "2019-06-03T00:00:00+00:00", "day"),
        ("2019-06-03 17:30", "2019-06-03T17:30:00+00:00", "minute"),
        ("3 June 2019", "2019-06-03T00:00:00+00:00", "day"),
        ("June 3, 2019", "2019-06-03T00:00:00+00:00", "day"),
        ("Mon, 3 Jun 2019 17:30:00 +0200", "2019-06-03T17:30:00+02:00", "minute"),
    ],
)
def test_metadata_dates_are_read_as_they_are_written(given: str, time: str, precision: str) -> None:
    published = published_of(given)
    assert published
    assert (published.time.isoformat(), published.precision) == (time, precision)


@pytest.mark.parametrize(
    "given", ["yesterday", "2019-02-31", "2019", 2019, 1.5, True, [], "0001-01-01", "9999-12-31", "n/a"]
)
def test_what_is_no_full_date_is_an_error_that_says_so(given: object) -> None:
    with pytest.raises(FieldError, match=r"published: .* is no full date; write it as"):
        published_of(given)


@pytest.mark.parametrize(
    ("path", "outlet"),
    [
        ("al-jazeera.txt", "al jazeera"), ("000_post.txt", "post"), ("2024-05-30-post.md", "post"), ("007.txt", "007"),
        ("post_20240530.txt", "post"), ("24horas.txt", "24horas"), ("a/The Sun.txt", "The Sun"), ("2024.txt", "2024"),
    ],
)  # fmt: skip
def test_a_file_is_named_after_its_outlet(path: str, outlet: str) -> None:
    assert outlet_of(path) == outlet


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Two bridges open #\n\nText.", "Two bridges open"),
        ("Two bridges open", ""),
        ("Two bridges opened on Monday.\nText.", ""),
        ("Opening\nText.", ""),
        (f"{'word ' * 40}\nText.", ""),
    ],
)
def test_a_title_is_a_first_line_that_reads_like_a_headline(text: str, title: str) -> None:
    assert title_of(text) == title


def test_files_can_be_read_from_another_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_elsewhere(parts: Iterable[Part]) -> Content:
        sent = [one.from_anywhere() for one in parts if isinstance(one, Shard)]
        monkeypatch.chdir("/")
        return one_by_one(sent)

    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "gazette.txt").write_text("The bridge is 20 km long.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    here = list(read(["story"]))
    assert [one.path for one in here] == ["story/gazette.txt"]
    assert list(read(["story"], contents=read_elsewhere)) == here
