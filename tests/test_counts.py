from __future__ import annotations

import pytest

from vnplanlint.mentions.counts import find_counts


@pytest.mark.parametrize(
    ("text", "value", "noun", "words"),
    [
        ("chia làm 02 giai đoạn cụ thể như sau:", 2, "giai đoạn", "02 giai đoạn cụ thể như sau:"),
        ("thực hiện hai  nhóm giải pháp sau đây:", 2, "nhóm", "hai  nhóm giải pháp sau đây:"),
        ("gồm 04 (bốn) nhiệm vụ trọng tâm sau:", 4, "nhiệm vụ", "04 (bốn) nhiệm vụ trọng tâm sau:"),
        ("18 chợ, xếp thành 03 nhóm gồm:", 3, "nhóm", "03 nhóm gồm:"),
        ("Lớp học 06 chuyên đề sau:", 6, "chuyên đề", "06 chuyên đề sau:"),
        ("phấn đấu đạt 05 chỉ tiêu cụ thể sau:", 5, "chỉ tiêu", "05 chỉ tiêu cụ thể sau:"),
        ("tập trung năm nội dung, cụ thể:", 5, "nội dung", "năm nội dung, cụ thể:"),
    ],
)
def test_a_claim_is_read(text: str, value: int, noun: str, words: str) -> None:
    (claim,) = find_counts(text)
    assert (claim.value, claim.noun, text[claim.span.start : claim.span.end]) == (value, noun, words)


@pytest.mark.parametrize(
    "text",
    [
        "triển khai chính quyền địa phương 2 cấp:",
        "không quá 02 nội dung sau:",
        "lần thứ 3 nội dung gồm:",
        "03 nội dung “học tập, làm theo, nêu gương”",
        "cả 4 khâu: phát hiện, bồi dưỡng",
        "Thôn có 30 hộ, cụ thể:",
        "năm 2021 nội dung gồm:",
        "đạt 95% nội dung sau:",
        "đã xong 07 nội dung, trong đó gồm:",
        "02 nội dung\nnhư sau:",
        "2.3 nội dung sau:",
        "tối thiểu 03 nhóm sau:",
    ],
)
def test_what_promises_no_list(text: str) -> None:
    assert find_counts(text) == []
