"""What ``extract`` shows: the tree for people and the same as data."""

from __future__ import annotations

import json

from tests.test_cli import Run, run, write

__all__ = ["run"]

PLAN = """ỦY BAN NHÂN DÂN XÃ TÂN AN
Số: 12/KH-UBND
Tân An, ngày 05 tháng 4 năm 2021

KẾ HOẠCH
Tập huấn chữ ký số

Thực hiện Kế hoạch số 40/KH-UBND ngày 10/3/2021 của UBND huyện về chuyển đổi số.

I. NỘI DUNG
1. Mở 02 lớp như sau:
a) Lớp 1 mở ngày mai;
b) Lớp 2 mở tháng sau.
"""


def test_the_tree_shows_identity_outline_dates_and_cited_documents(run: Run) -> None:
    write("a.txt", PLAN)
    lines = [" ".join(line.split()) for line in run("extract", "a.txt").out.splitlines()]
    for line in (
        "tên loại Kế hoạch",
        "số, ký hiệu 12/KH-UBND",
        "ngày ban hành 05/4/2021",
        "10:1 I. NỘI DUNG",
        "12:1 a) Lớp 1 mở ngày mai;",
    ):
        assert line in lines or line.replace("05/4", "5/4") in lines, line
    assert any("Kế hoạch · 40/KH-UBND · 10/3/2021 · UBND huyện" in line for line in lines)


def test_relative_dates_are_reckoned_from_the_issue_date(run: Run) -> None:
    write("a.txt", PLAN)
    dates = json.loads(run("extract", "a.txt", "--output-format", "json").out)["dates"]
    relative = {
        date["text"]: (date["day"], date["month"], date["year"]) for date in dates if date["form"] == "relative"
    }
    assert relative == {"ngày mai": (6, 4, 2021), "tháng sau": (None, 5, 2021)}


def test_without_an_issue_date_a_relative_date_stays_open(run: Run) -> None:
    write("a.txt", "Báo cáo trước ngày mai.\n")
    dates = json.loads(run("extract", "a.txt", "--output-format", "json").out)["dates"]
    assert [(date["day"], date["year"]) for date in dates] == [(None, None)]


FIGURES = """Hội đồng nhân dân (HĐND) xã cấp khoảng 1,2 tỷ đồng (Một tỷ hai trăm triệu đồng), gồm: ngân sách tỉnh 700 \
triệu đồng, ngân sách xã 500 triệu đồng; hộ nghèo giảm từ 8% xuống 5%.

| STT | Nội dung | Thành tiền |
|---|---|---:|
| 1 | Hội trường | 1.500.000 |
| 2 | Nước uống | 300.000 |
| | Tổng cộng | 1.800.000 |
"""


def test_the_tree_shows_figures_tables_and_abbreviations(run: Run) -> None:
    write("a.txt", FIGURES)
    told = run("extract", "a.txt").out.splitlines()
    lines = [" ".join(line.split()).partition(" ")[2] for line in told]
    for line in (
        "HĐND = Hội đồng nhân dân",
        "khoảng 1,2 tỷ đồng = 1.200.000.000 đồng",
        "8% xuống 5% = 8% … 5%",
        "1,2 · Một tỷ hai trăm triệu = 1.200.000.000",
        "500 triệu đồng = 500.000.000 đồng",
        "4 dòng, 3 cột, dòng tổng: 1.800.000",
    ):
        assert line in lines, line


def test_the_data_hold_figures_tables_and_abbreviations(run: Run) -> None:
    write("a.txt", FIGURES)
    data = json.loads(run("extract", "a.txt", "--output-format", "json").out)
    assert [(one["short"], one["expansion"]) for one in data["abbreviations"]] == [("HĐND", "Hội đồng nhân dân")]
    assert [one["unit"] for one in data["quantities"]] == ["đồng", "đồng", "đồng", "%", "%"]
    assert [one["thousandths"] // 1000 for one in data["spelled_numbers"]] == [1_200_000_000]
    assert [len(one["parts"]) for one in data["breakdowns"]] == [2]
    (table,) = data["tables"]
    assert (table["rows"], table["columns"], table["totals"]) == (4, 3, [["", "Tổng cộng", "1.800.000"]])
    assert table["location"] == {"row": 3, "column": 3}
