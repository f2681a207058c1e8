"""An ingest that is killed, that finds no room, or that is not alone: the old database stays whole and answers."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kzcn.errors import DatabaseError
from kzcn.ingest import ingest
from kzcn.query import Facts
from kzcn.store.write import locked

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and locks are others there")

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KZCN_KILLS", "8"))
READERS = int(os.environ.get("KZCN_READERS", "4"))
DOCUMENT = "In {year} Chad and Niger signed a border treaty in Zinder. Trade reached ${n} million in {year}.\n\n"
READER = """
import sys
from kzcn.query import Facts
while True:
    with Facts(sys.argv[1]) as facts:
        rows, found = facts.timeline(all=True, undated=True), list(facts.export())
    if len(rows) != len(found):
        sys.exit(f"{len(rows)} rows, but {len(found)} facts")
    sys.stdout.write(".")
    sys.stdout.flush()
"""


@pytest.fixture
def place(example: Path, tmp_path: Path) -> Path:
    """A folder with a database and documents to add to it."""
    shutil.copy(example, tmp_path / "a.sqlite")
    (tmp_path / "documents").mkdir()
    for number in range(12):
        text = "".join(DOCUMENT.format(year=1800 + number + n, n=n + 2) for n in range(4))
        (tmp_path / "documents" / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def ingesting(place: Path, limit: str = "") -> subprocess.Popen[bytes]:
    command = f'{limit} exec "{sys.executable}" -m kzcn ingest documents --db a.sqlite'
    return subprocess.Popen(
        ["/bin/sh", "-c", command],
        cwd=place,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def visible(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_killed_at_any_moment_it_leaves_the_old_database_or_the_new_one(place: Path, example: Path) -> None:
    old = example.read_bytes()
    started = time.monotonic()
    with ingesting(place) as process:
        _, said = process.communicate()
    assert process.returncode == 0, said
    whole = time.monotonic() - started
    new = (place / "a.sqlite").read_bytes()
    assert new != old
    draw = random.Random(7)  # noqa: S311 - the same moments each time
    for number in range(KILLS):
        shutil.copy(example, place / "a.sqlite")
        with ingesting(place) as process:
            time.sleep(whole * (number + draw.random()) / KILLS)
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        assert (place / "a.sqlite").read_bytes() in {old, new}
        with Facts(place / "a.sqlite") as facts:
            assert facts.timeline()
    with ingesting(place) as process:
        process.communicate()
    assert (place / "a.sqlite").read_bytes() == new
    assert visible(place) == ["a.sqlite", "documents"]


def test_readers_see_whole_answers_while_ingests_go_on(place: Path, example: Path) -> None:
    path = place / "a.sqlite"
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(path)],
            env={"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(READERS)
    ]
    for _ in range(2):
        with ingesting(place) as process:
            process.communicate()
        (place / "b.sqlite").write_bytes(example.read_bytes())
        (place / "b.sqlite").replace(path)
    time.sleep(1)
    assert [reader.poll() for reader in readers] == [None] * READERS
    for reader in readers:
        reader.terminate()
        answers, said = reader.communicate()
        assert answers
        assert said == b""


@pytest.mark.parametrize("blocks", [0, 20])
def test_where_there_is_no_room_the_old_database_stays(place: Path, example: Path, blocks: int) -> None:
    """`ulimit -f` counts blocks of 512 bytes."""
    with ingesting(place, f"trap '' XFSZ; ulimit -f {blocks};") as process:
        _, said = process.communicate()
    assert process.returncode == 1, said
    assert said.decode().splitlines()[-1].startswith("kzcn: cannot write")
    assert b"Traceback" not in said
    assert (place / "a.sqlite").read_bytes() == example.read_bytes()
    assert visible(place) == ["a.sqlite", "documents"]


def test_a_folder_that_cannot_be_written_is_told_in_one_line(place: Path) -> None:
    folder = place / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    target = (
        Path("/proc/a.sqlite") if os.getuid() == 0 else folder / "a.sqlite"
    )  # root may write to any folder but this
    with pytest.raises(DatabaseError, match="cannot write") as caught:
        ingest([place / "documents"], target)
    assert "\n" not in str(caught.value)


def test_the_second_of_two_ingests_is_told_to_wait(place: Path) -> None:
    with locked(place / "a.sqlite"), ingesting(place) as process:
        _, said = process.communicate()
    assert process.returncode == 1
    assert said.decode().splitlines()[-1].startswith("kzcn: another ingest is writing")
    assert visible(place) == ["a.sqlite", "documents"]


def test_two_ingests_at_once_do_not_hurt_each_other(place: Path) -> None:
    both = [ingesting(place) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 0], [0, 1])
    assert codes == [0, 0] or any(b"another ingest is writing" in text for text in said)
    with Facts(place / "a.sqlite") as facts:
        assert len(facts.sources()) == 14
