"""What real documents do with citations: what must be told and what must stay silent, one case for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook

Codes = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def told(book: RuleBook) -> Codes:
    """Code and underlined words of every finding about cited documents."""
    codes = [code for code in book.cards if code.startswith("VB")]

    def check(text: str) -> list[tuple[str, str]]:
        findings = check_document(build_document(from_text(text), book.facts), book, codes=codes)
        return [(finding.code, text[slice(*finding.span)]) for finding in findings]

    return check


def letterhead(day: str, body: str) -> str:
    return (
        f"ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nSố: 21/KH-UBND      An Bình, ngày {day}\n\n"
        f"KẾ HOẠCH\nThực hiện nhiệm vụ trọng tâm\n\n{body}\n"
    )


SILENT = {
    "the number alone is no key": (
        "Thông tư số 33/2025/TT-BTC ngày 03/4/2025 và Nghị định số 33/2025/NĐ-CP ngày 20/02/2025. "
        "Nghị quyết số 41/2023/NQ-HĐND ngày 08/12/2023; Luật số 41/2023/QH15 ngày 24/11/2023."
    ),
    "a law and a resolution of one number": (
        "Nghị quyết số 35/2018/QH14 ngày 15/11/2018 của Quốc hội và Luật số 35/2018/QH14 ngày 20/11/2018 của Quốc hội."
    ),
    "capitals are the same symbol": (
        "VỀ VIỆC TRIỂN KHAI CHỈ THỊ SỐ 08/CT-TTG NGÀY 01 THÁNG 3 NĂM 2025 CỦA THỦ TƯỚNG CHÍNH PHỦ\n\n"
        "Quán triệt Chỉ thị số 08/CT-TTg ngày 01/3/2025 của Thủ tướng Chính phủ đến các phòng."
    ),
    "a type word far from its number": "Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh số 12/NQ-HĐND ngày 05/7/2024.",
    "abbreviated type words in a table": (
        "QĐ số 15/QĐ-UBND ngày 02/3/2024\tCV số 88/SNV-CCVC ngày 03/3/2024\tTT số 05/2024/TT-BNV"
    ),
    "laws of one name without a number": (
        "Luật Đầu tư công ngày 13/6/2019. Luật Đầu tư công năm 2024. "
        "Luật Đầu tư công số 58/2024/QH15 ngày 29/11/2024. Luật Đầu tư công năm 2019."
    ),
    "a citation over three lines": (
        "Các phòng thực hiện nghiêm Quyết định số\n12/QĐ-UBND ngày 08\ntháng 4 năm 2024 của UBND tỉnh An Bình."
    ),
    "the next sentence is no organ": (
        "Thể thức theo Nghị định số 30/2020/NĐ-CP.Sau khi soát, văn bản được ký. Hồ sơ theo Nghị định số 30/2020/NĐ-CP."
    ),
    "words glued to the symbol": "Soạn thảo theo Nghị định số 30/2020/NĐ-CPvề công tác văn thư.",
    "footnote marks glued to the symbol": (
        "Nghị định số 30/2020/NĐ-CP1, Luật số 06/2022/QH152 và Thông tư số 05/2024/TT-BNV3 còn hiệu lực."
    ),
    "a page number inside the issuer": (
        "Căn cứ Thông tư số 05/2024/TT-BNV ngày 24/6/2024 của Bộ trưởng Bộ\n\n2\n\nNội vụ hướng dẫn nghiệp vụ."
    ),
    "bare symbols under a column head": "Quyết định\tNgày\n15/QĐ-UBND\t02/3/2024\n15/QĐ-UBND\t05/3/2024",
    "the number may belong to the outer law or the inner": (
        "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng số 39/2013/QH13 ngày 16/11/2013."
    ),
    "a chain of amendments": (
        "Luật Bảo vệ rừng số 16/2017/QH14 được sửa đổi, bổ sung bởi Luật số 11/2022/QH15 và Luật số 12/2024/QH15."
    ),
    "shared type words and dates": (
        "Quyết định số 5/QĐ-SNV ngày 02/3/2025 và số 9/QĐ-SNV ngày 04/4/2025; "
        "số 410 và 415/QĐ-UBND ngày 12/5/2021; Quyết định số 410/QĐ-UBND ngày 10/5/2021."
    ),
    "one body under many names": (
        "Quyết định số 17-QĐ/TU ngày 02/6/2025 của Tỉnh ủy.\n"
        "Quyết định số 17-QĐ/TU ngày 02/6/2025 của Ban Chấp hành Đảng bộ tỉnh.\n"
        "Thông tư số 18/2023/TT-BKHĐT ngày 02/6/2023 của Bộ Kế hoạch và Đầu tư (nay là Bộ Tài chính).\n"
        "Quyết định số 16/QĐ-SNV ngày 02/6/2025 của Giám đốc Sở Nội vụ.\n"
        "Quyết định số 16/QĐ-SNV ngày 02/6/2025 của Sở Nội vụ."
    ),
    "a lost space or letter in the issuer's name": (
        "Quyết định số 45/QĐ-BGDĐT ngày 06/4/2021 của Bộ trưởngBộ Giáo dục và Đào tạo; "
        "Thông tư số 05/2021/TT-BGDĐT ngày 12/3/2021 của Bộ rưởng Bộ Giáo dục và Đào tạo."
    ),
    "outside bodies number as they like": (
        "Công văn số 03-07/2024/CV-MNP ngày 03/7/2024 của Công ty Môi trường; Tờ trình số 05/04/2023/PX; "
        "Giấy đề nghị số 11.09/GĐN-X; Báo cáo số 1407/BC-CTX ngày 14/7/2023 của Công ty X; báo cáo số 58/2023."
    ),
    "the year of a company's letter or a contract": (
        "Công văn số 02/2025/CV-ABC ngày 05/01/2026 và Hợp đồng số 15/2024/HĐXD ngày 03/01/2025 đã được lưu."
    ),
    "part of a decree, and a law, need no date": (
        "Mức chi theo khoản 2 Điều 5 Nghị định số 20/2021/NĐ-CP của Chính phủ; Luật số 06/2022/QH15 của Quốc hội."
    ),
    "a dispatch told with the day before it": (
        "Ngày 05/6/2025, Sở Nội vụ có Công văn số 88/SNV-CCVC về tuyển dụng. "
        "Ngày 02/6/2025, Sở nhận được Công văn số 7/UBND-KT ngày 30/5/2025."
    ),
    "a day of effect": (
        "Luật số 06/2022/QH15 ngày 15/6/2022, có hiệu lực từ ngày 01/01/2024; "
        "Luật số 06/2022/QH15 (hiệu lực từ 01/01/2024); áp dụng Luật số 06/2022/QH15 từ ngày 01/01/2024."
    ),
    "a year in which the term changed": (
        "Luật số 10/2007/QH11, Luật số 12/2007/QH12, Luật số 104/2016/QH13, Luật số 105/2016/QH14, "
        "Luật số 73/2021/QH14 và Luật số 01/2021/QH15."
    ),
    "passed but not in force on that day": letterhead(
        "05 tháng 9 năm 2022", "Khen thưởng theo Luật Thi đua, khen thưởng số 15/2003/QH11 của Quốc hội."
    ),
    "history": letterhead(
        "05 tháng 9 năm 2024", "Trước đây, hồ sơ lập theo Luật Thi đua, khen thưởng số 15/2003/QH11 của Quốc hội."
    ),
}

REPORTED = {
    "one day and month in two years": (
        "Kế hoạch số 15/KH-UBND ngày 10/01/2023 của UBND tỉnh về trồng cây.\n"
        "Kế hoạch số 15/KH-UBND ngày «VB204:10/01/2024» của UBND tỉnh về trồng cây."
    ),
    "D for Đ in running text": (
        "Theo Quyết định số «VB201:12/QD-UBND» ngày 02/3/2024 và Nghị quyết số «VB201:08/NQ-HDND» ngày 02/3/2024."
    ),
    "the year of the symbol one off": (
        "Căn cứ Thông tư số 07/2024/TT-BNV ngày 16/5/2024 của Bộ Nội vụ.\n"
        "Mẫu phiếu theo Thông tư số 07/2025/TT-BNV ngày «VB207:16/5/2024»."
    ),
    "body against footnote": (
        "Thực hiện Quyết định số 318/QĐ-UBND ngày 05/6/2024 của UBND huyện.\n\n"
        "[1] Quyết định số 318/QĐ-UBND ngày «VB204:07/6/2024» của UBND huyện."
    ),
    "a homoglyph is the same symbol": (
        "Theo Nghị định số 30/2020/NĐ-C\u0420 ngày 05/3/2020 của Chính phủ.\n"
        "Thể thức theo Nghị định số 30/2020/NĐ-CP ngày «VB204:06/3/2020» của Chính phủ."
    ),
    "a copied day": (
        "Quyết định số 90/QĐ-UBND ngày 02/6/2024 của UBND tỉnh sửa đổi Quyết định số 15/QĐ-UBND ngày «VB204:02/6/2024» "
        "của UBND tỉnh.\nQuyết định số 15/QĐ-UBND ngày 02/6/2015 của UBND tỉnh còn hiệu lực; "
        "tiếp tục áp dụng Quyết định số 15/QĐ-UBND ngày 02/6/2015 của UBND tỉnh."
    ),
    "types that do not agree": (
        "Tờ trình số «VB202:26/TT-HKH» ngày 02/3/2024, Thông báo số «VB202:63/TT-PGD» ngày 02/3/2024 "
        "và Báo cáo số «VB202:08/QĐ-CTX» ngày 02/3/2024."
    ),
    "two annexes, one with another month": (
        "UBND HUYỆN AN BÌNH\nSố: 318/QĐ-UBND      An Bình, ngày 05 tháng 6 năm 2024\n\n"
        "QUYẾT ĐỊNH\nVề việc giao chỉ tiêu\n\nĐiều 1. Giao chỉ tiêu cho các xã.\n\n"
        "PHỤ LỤC I\n(Kèm theo Quyết định số 318/QĐ-UBND ngày 05/6/2024 của UBND huyện)\n\n"
        "PHỤ LỤC II\n(Kèm theo Quyết định số 318/QĐ-UBND ngày «VB204:05/7/2024» của UBND huyện)\n"
    ),
    "a number without số": "Theo «VB212:Nghị định 30/2020/NĐ-CP» ngày 05/3/2020 của Chính phủ.",
    "a term of the National Assembly long over": "Theo «VB209:Luật số 09/2018/QH13» của Quốc hội.",
    "replaced and in force on that day": letterhead(
        "05 tháng 9 năm 2024", "Khen thưởng theo «VB210:Luật Thi đua, khen thưởng số 15/2003/QH11» của Quốc hội."
    ),
    "the number of the new law with the day of the old": (
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày «VB215:19/02/2025»."
    ),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_silent(text: str, told: Codes) -> None:
    assert [finding for finding in told(text) if finding[0] != "VB208"] == []


@pytest.mark.parametrize(
    "text",
    [SILENT[name] for name in ("part of a decree, and a law, need no date", "a dispatch told with the day before it")],
)
def test_a_citation_that_needs_no_day(text: str, told: Codes) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", REPORTED.values(), ids=REPORTED.keys())
def test_reported(text: str, told: Codes) -> None:
    pieces = text.split("«")
    wanted = [tuple(piece.split("»")[0].split(":", 1)) for piece in pieces[1:]]
    plain = pieces[0] + "".join(piece.split(":", 1)[1].replace("»", "", 1) for piece in pieces[1:])
    assert told(plain) == wanted
