"""What an interrupted job keeps."""

from __future__ import annotations

import numpy as np
import pytest

from app.document import Project
from app.document.check import check
from app.document.commands import RecordPass
from app.document.model import ReelRef
from app.errors import UsageError
from tests.document.making import found, make_pass, no_media


def test_a_job_is_found_again_with_what_it_finished(project: Project, reel: ReelRef) -> None:
    job = project.job_begin("pass", "key", {"recipe": "coarse"})
    assert not job.resumed and job.done_chunks() == {}
    job.chunk_done("0-10", {"maps": "m0"}, [found(reel.id, 1, 9)])
    job.chunk_done("10-20", {"maps": "m1"})
    project.close()
    with Project.open(project.path, "Ann") as again:
        assert again.count(again.snapshot) == {}
        job = again.job_begin("pass", "key", {})
        assert job.resumed and dict(job.spec) == {"recipe": "coarse"}
        assert job.done_chunks() == {"0-10": {"maps": "m0"}, "10-20": {"maps": "m1"}}
        job.chunk_done("0-10", {"maps": "other"}, [found(reel.id, 1, 8)])  # finished before: left as it was
        again.dispatch(RecordPass(make_pass(again), job.id))
        assert [r.x0 for r in again.detections_of(again.snapshot, reel.id, 1)] == [9]
        assert not again.job_begin("pass", "key", {}).resumed


def test_a_chunk_is_all_or_nothing(project: Project, reel: ReelRef) -> None:
    job = project.job_begin("pass", "key", {})
    for wrong in ({"probability": 1.5}, {"key": "ab"}, {"key": "x" * 32}, {"track": "first"}, {"x1": 0}):
        with pytest.raises(UsageError):
            job.chunk_done("1", {}, [found(reel.id, 1), found(reel.id, 2)._replace(**wrong)])
    with pytest.raises(UsageError):
        job.chunk_done("1", {"nan": float("nan")}, [found(reel.id, 1)])
    assert job.done_chunks() == {}


def test_numbers_may_be_numpys(project: Project, reel: ReelRef) -> None:
    job = project.job_begin("pass", "key", {})
    row = found(reel.id, 1)._replace(
        frame=np.int64(1), x0=np.int32(0), area=np.uint16(9), probability=np.float32(0.75), offset=np.int64(8)
    )
    job.chunk_done("1", {}, [row])
    project.dispatch(RecordPass(make_pass(project), job.id)).wait()
    (repair,) = project.repairs_of(project.snapshot, reel.id, 1)
    assert (repair.area, repair.probability, repair.offset) == (9, 0.75, 8)
    assert check(project.path, no_media) == []


def test_staging_by_id(project: Project, reel: ReelRef) -> None:
    job = project.job_begin("pass", "key", {})
    project.stage_detections(job.id, [found(reel.id, 1, 9)])
    project.stage_detections(job.id, [found(reel.id, 2, 9)])
    assert project.detections_of(project.snapshot, reel.id, 1) == ()
    project.dispatch(RecordPass(make_pass(project), job.id))
    assert project.count(project.snapshot)["dirt"].accepted == 2
    with pytest.raises(UsageError, match="is finished: nothing can be added"):
        project.stage_detections(job.id, [found(reel.id, 3)])
    with pytest.raises(UsageError, match="there is no job nobody"):
        project.stage_detections("nobody", [])


def test_finished_and_abandoned_jobs_are_not_found_again(project: Project, reel: ReelRef) -> None:
    first = project.job_begin("export", "key", {})
    first.finish()
    second = project.job_begin("export", "key", {})
    assert second.id != first.id
    second.chunk_done("1", {}, [found(reel.id, 1)])
    second.abandon()
    assert not project.job_begin("export", "key", {}).resumed
    with pytest.raises(UsageError, match="was given up"):
        project.dispatch(RecordPass(make_pass(project), second.id))
