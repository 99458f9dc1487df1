"""What the tool says about itself, in Vietnamese and English."""

from __future__ import annotations

from vnplanlint.rulebook import Language

SEVERITY_WORDS = {"error": ("lỗi", "error"), "warning": ("cảnh báo", "warning"), "style": ("góp ý", "style")}

_MESSAGES: dict[str, tuple[str, str]] = {
    # files
    "missing": (
        "{name}: không có tệp hay thư mục này; hãy kiểm tra lại đường dẫn",
        "{name}: no such file or folder; check the path",
    ),
    "unreadable": (
        "{name}: không mở được ({detail}); hãy kiểm tra quyền đọc của tệp",
        "{name}: cannot be opened ({detail}); check that you may read it",
    ),
    "binary": (
        "{name}: là tệp nhị phân, không phải văn bản thuần; hãy lưu thành .txt hoặc .md (UTF-8) rồi kiểm tra lại",
        "{name}: is a binary file, not plain text; save it as .txt or .md (UTF-8) and check again",
    ),
    "encoding": (
        "{name}: không phải UTF-8 (hay UTF-16 có BOM), có thể là mã cũ như TCVN3; hãy lưu lại bằng UTF-8",
        "{name}: is not UTF-8 (or UTF-16 with BOM), perhaps an old encoding such as TCVN3; save it again as UTF-8",
    ),
    "word": (
        "{name}: là tệp Word, chưa đọc được; hãy lưu thành văn bản thuần (.txt, UTF-8) rồi kiểm tra lại",
        "{name}: is a Word file, not read yet; save it as plain text (.txt, UTF-8) and check again",
    ),
    "pdf": (
        "{name}: là tệp PDF, chưa đọc được; hãy lưu thành văn bản thuần (.txt, UTF-8) rồi kiểm tra lại",
        "{name}: is a PDF file, not read yet; save it as plain text (.txt, UTF-8) and check again",
    ),
    "too-large": (
        "{name}: lớn hơn {limit} MB, quá cỡ một văn bản; hãy tách thành các tệp nhỏ hơn",
        "{name}: is larger than {limit} MB, too large for a document; split it into smaller files",
    ),
    "is-folder": (
        "{name}: là thư mục; lệnh này đọc từng tệp một, hãy nêu tên một tệp",
        "{name}: is a folder; this command reads one file, name one",
    ),
    "no-files": (
        "{name}: trong thư mục không có tệp {suffixes} nào để kiểm tra; hãy nêu rõ tên tệp",
        "{name}: the folder holds no {suffixes} file to check; name the files themselves",
    ),
    "no-match": (
        "{name}: không có tệp nào khớp mẫu này; hãy kiểm tra lại mẫu",
        "{name}: no file matches this pattern; check the pattern",
    ),
    "read-only": (
        "{name}: tệp chỉ cho đọc nên không sửa; hãy mở quyền ghi rồi chạy lại",
        "{name}: is read-only and was not changed; allow writing and run again",
    ),
    "not-a-file": (
        "{name}: không phải tệp thường nên không ghi vào được; hãy sửa trên một tệp lưu trong máy",
        "{name}: is no ordinary file and was not changed; use --fix on a file on disk",
    ),
    "not-written": (
        "{name}: không ghi được ({detail}) nên tệp vẫn như cũ; hãy kiểm tra quyền ghi của tệp và thư mục",
        "{name}: cannot be written ({detail}) and is as it was; check that you may write the file and its folder",
    ),
    "changed": (
        "{name}: có người vừa thay đổi tệp này trong lúc soát nên không ghi đè; hãy chạy lại",
        "{name}: was changed by someone else meanwhile and is left alone; run again",
    ),
    "not-all-legible": (
        "{name}: có ký tự không đọc được theo mã cũ nên không sửa, để khỏi mất chữ; hãy lưu lại bằng UTF-8 rồi --fix",
        "{name}: has characters that its old encoding does not explain and was not changed, lest they be lost; "
        "save it as UTF-8, then --fix",
    ),
    "now-utf-8": (
        "{name}: chuyển từ bảng mã cũ ({encoding}) sang UTF-8; nơi khác đọc tệp này cần biết",
        "{name}: goes from its old code page ({encoding}) to UTF-8; whatever else reads this file has to know",
    ),
    "unsettled": (
        "{name}: các cách sửa của {codes} kéo theo nhau mãi không dứt nên dừng ở bản ít lỗi nhất; hãy sửa tay chỗ này",
        "{name}: the fixes of {codes} undo one another without end; kept the text with the fewest findings, "
        "mend the rest by hand",
    ),
    "internal": (
        "{name}: lỗi bên trong vnplanlint ({detail}); xin báo cho nhóm phát triển, kèm lệnh với VNPLANLINT_DEBUG=1",
        "{name}: internal error of vnplanlint ({detail}); please report it, with the output under VNPLANLINT_DEBUG=1",
    ),
    "internal-rule": (
        "{name}: quy tắc {code} gặp lỗi bên trong ({detail}) nên chưa kiểm tra được; "
        "xin báo cho nhóm phát triển, tạm dùng --ignore {code}",
        "{name}: rule {code} met an internal error ({detail}) and could not check; "
        "please report it, and use --ignore {code} meanwhile",
    ),
    "output": (
        "không ghi được kết quả ({detail}); hãy kiểm tra nơi nhận đầu ra",
        "the result cannot be written ({detail}); check where the output goes",
    ),
    # configuration
    "config-missing": (
        "{name}: không có tệp cấu hình này; hãy kiểm tra lại --config",
        "{name}: no such configuration file; check --config",
    ),
    "config-toml": (
        "{name}: không đọc được TOML ({detail}); hãy sửa tệp cấu hình",
        "{name}: is not valid TOML ({detail}); mend the configuration file",
    ),
    "config-key": (
        "{name}: không có khóa “{key}”; có phải là “{nearest}”?",
        "{name}: unknown key “{key}”; did you mean “{nearest}”?",
    ),
    "config-type": (
        "{name}: khóa “{key}” phải là {expected}",
        "{name}: key “{key}” must be {expected}",
    ),
    "config-folder": (
        "{name}: extend-rules nêu “{folder}” nhưng không có thư mục đó; hãy kiểm tra lại đường dẫn",
        "{name}: extend-rules names “{folder}”, but there is no such folder; check the path",
    ),
    "config-code": (
        "{name}: không có quy tắc “{code}”; có phải là “{nearest}”?",
        "{name}: no rule “{code}”; did you mean “{nearest}”?",
    ),
    "card": ("{detail}", "{detail}"),
    "card-check": (
        "{name}: thẻ quy tắc {code} cần phép kiểm tra “{check}” nhưng vnplanlint không có; hãy sửa khóa check của thẻ",
        "{name}: the card of rule {code} needs the check “{check}”, which vnplanlint does not have; "
        "mend the card's key check",
    ),
    "card-value": (
        "{name}: lời nhắn của thẻ {code} nêu một giá trị mà phép kiểm tra không có ({detail}); hãy sửa lời nhắn",
        "{name}: a message of card {code} names a value that its check does not give ({detail}); mend the message",
    ),
    "text": ("một chuỗi ký tự", "a string"),
    "day": ('một ngày như "28/8/1945"', 'a date such as "28/8/1945"'),
    "list": ("một danh sách chuỗi ký tự", "a list of strings"),
    "section": ("một bảng", "a table"),
    "table": ("một bảng: mẫu tệp → danh sách mã", "a table: file pattern → list of codes"),
    "one-of": ("một trong: {choices}", "one of: {choices}"),
    # usage
    "unknown-rule": (
        "không có quy tắc “{code}”; có phải là “{nearest}”? (xem: vnplanlint rules)",
        "no rule “{code}”; did you mean “{nearest}”? (see: vnplanlint rules)",
    ),
    "unknown-option": (
        "không có tùy chọn {option}; xem: {command} --help",
        "no option {option}; see: {command} --help",
    ),
    "unknown-option-near": (
        "không có tùy chọn {option}; có phải là {nearest}?",
        "no option {option}; did you mean {nearest}?",
    ),
    "unknown-command": (
        "không có lệnh “{option}”; có phải là “{nearest}”? (xem: {command} --help)",
        "no command “{option}”; did you mean “{nearest}”? (see: {command} --help)",
    ),
    "path-as-command": (
        "“{option}” không phải là lệnh; để kiểm tra tệp này: vnplanlint check {option}",
        "“{option}” is not a command; to check this file: vnplanlint check {option}",
    ),
    "bad-choice": (
        "tùy chọn {option}: không có giá trị “{value}”; hãy dùng một trong: {choices}",
        "option {option}: no value “{value}”; use one of: {choices}",
    ),
    "bad-number": (
        "tùy chọn {option}: “{value}” không phải số nguyên từ 0 trở lên",
        "option {option}: “{value}” is not a whole number from 0",
    ),
    "no-codes": (
        "tùy chọn {option}: hãy nêu ít nhất một mã quy tắc",
        "option {option}: name at least one rule code",
    ),
    "no-value": (
        "tùy chọn {option} cần một giá trị; xem: {command} --help",
        "option {option} needs a value; see: {command} --help",
    ),
    "flag-value": (
        "tùy chọn {option} không nhận giá trị",
        "option {option} takes no value",
    ),
    "no-argument": (
        "thiếu {argument}; xem: {command} --help",
        "{argument} is missing; see: {command} --help",
    ),
    "extra-argument": (
        "thừa “{value}”; xem: {command} --help",
        "unexpected “{value}”; see: {command} --help",
    ),
    "one-config": (
        "--config và --isolated loại trừ nhau; hãy bỏ một trong hai",
        "--config and --isolated exclude each other; leave one out",
    ),
    # server
    "checking-workspace": ("Đang soát thư mục làm việc", "Checking the workspace"),
    "fix-all-safe": (
        "Áp dụng mọi cách sửa an toàn trong văn bản ({number})",
        "Apply all safe fixes in this document ({number})",
    ),
    "ignore-here": ("Bỏ qua {code} ở đây", "Ignore {code} here"),
    "ignore-in-workspace": ("Bỏ quy tắc {code} trong cả thư mục làm việc", "Ignore rule {code} in this workspace"),
    "cited-times": ("nêu {number} lần trong văn bản này", "cited {number} times in this document"),
    "replaced-by": (
        "đã được thay thế bởi {successor} từ ngày {since}",
        "replaced by {successor} from {since}",
    ),
    "replaced-by-undated": ("đã được thay thế bởi {successor}", "replaced by {successor}"),
    "not-in-force": ("không còn áp dụng từ ngày {since}", "no longer in force from {since}"),
    "not-in-force-undated": ("không còn áp dụng", "no longer in force"),
    "weekday-0": ("thứ Hai", "Monday"),
    "weekday-1": ("thứ Ba", "Tuesday"),
    "weekday-2": ("thứ Tư", "Wednesday"),
    "weekday-3": ("thứ Năm", "Thursday"),
    "weekday-4": ("thứ Sáu", "Friday"),
    "weekday-5": ("thứ Bảy", "Saturday"),
    "weekday-6": ("Chủ nhật", "Sunday"),
    "waiting-for-editor": (
        "vnplanlint server: đang chờ trình soạn thảo ở đầu vào chuẩn; nhấn Ctrl+C để dừng",
        "vnplanlint server: waiting for an editor on standard input; Ctrl+C ends it",
    ),
    "port": (
        "--tcp: không mở được cổng {value} ({detail}); hãy chọn cổng khác từ 1024 đến 65535",
        "--tcp: port {value} cannot be opened ({detail}); choose another one from 1024 to 65535",
    ),
    "not-loopback": (
        "--host: “{value}” không phải địa chỉ của chính máy này; hãy dùng 127.0.0.1",
        "--host: “{value}” is not an address of this machine; use 127.0.0.1",
    ),
    # init
    "init-written": (
        "Đã ghi {name}; trong tệp có sẵn mọi khóa kèm giải thích, bỏ dấu # ở khóa cần dùng.",
        "Wrote {name}; every key stands in it with what it is for, take the # away from those that you want.",
    ),
    "init-above": (
        "Tệp {name} từ nay không còn hiệu lực ở thư mục này; cần thì chép các khóa của tệp ấy sang.",
        "{name} does not hold in this folder any more; copy its keys if they should.",
    ),
    "init-present": (
        "{name}: đã có cấu hình ở đây nên không ghi đè; hãy sửa thẳng tệp này",
        "{name}: the configuration is there already and stays as it is; change that file",
    ),
    "init-kept": (
        "{name}: đã có cấu hình; giữ nguyên.",
        "{name}: the configuration is there already; it stays as it is.",
    ),
    "init-hook-written": (
        "Đã thêm hook vnplanlint vào {name}; để hook chạy mỗi lần commit: pip install pre-commit && pre-commit install",
        "Added the hook vnplanlint to {name}; to run it at every commit: pip install pre-commit && pre-commit install",
    ),
    "init-hook-present": (
        "{name}: đã có hook vnplanlint; giữ nguyên.",
        "{name}: the hook vnplanlint is there already; it stays as it is.",
    ),
    "init-hook-unclear": (
        "vnplanlint: {name}: cấu trúc tệp này không như thường gặp nên không sửa; "
        "hãy tự thêm vào danh sách repos các dòng in ra đây",
        "vnplanlint: {name}: has an unusual structure and stays as it is; "
        "add the lines that are printed here to its list repos",
    ),
    "not-folder": (
        "{name}: không phải thư mục; hãy nêu thư mục chứa văn bản",
        "{name}: is not a folder; name the folder that holds the documents",
    ),
    "unwritable": (
        "{name}: không ghi được ({detail}); hãy kiểm tra quyền ghi của thư mục",
        "{name}: cannot be written ({detail}); check that you may write to the folder",
    ),
    "no-baseline": (
        "--write-baseline: chưa biết ghi vào đâu; hãy nêu --baseline TỆP, hoặc khóa baseline trong vnplanlint.toml",
        "--write-baseline: no file to write to; name one with --baseline FILE, or the key baseline in vnplanlint.toml",
    ),
    "baseline-diff": (
        "--write-baseline và --diff loại trừ nhau; hãy bỏ một trong hai",
        "--write-baseline and --diff exclude each other; leave one out",
    ),
    # baseline
    "baseline-missing": (
        "{name}: chưa có tệp baseline này; hãy tạo bằng vnplanlint check --write-baseline",
        "{name}: no such baseline; make it with vnplanlint check --write-baseline",
    ),
    "baseline-broken": (
        "{name}: tệp baseline hỏng; hãy lấy lại bản cũ, hoặc xóa đi rồi ghi lại bằng --write-baseline",
        "{name}: the baseline is damaged; restore it, or delete it and write it anew with --write-baseline",
    ),
    "baseline-foreign": (
        "{name}: không phải tệp baseline của vnplanlint; hãy kiểm tra lại --baseline",
        "{name}: is not a baseline of vnplanlint; check --baseline",
    ),
    "baseline-version": (
        "{name}: tệp baseline thuộc phiên bản khác ({version}); hãy xóa đi rồi ghi lại bằng --write-baseline",
        "{name}: the baseline has another version ({version}); delete it and write it anew with --write-baseline",
    ),
    "baseline-stale": (
        "{name}: {number} phát hiện đã ghi không còn nữa; ghi lại bằng --write-baseline",
        "{name}: {number} of its findings are no more; write it anew with --write-baseline",
    ),
    "baseline-hidden": (
        "{number} phát hiện đã biết, ghi trong {name}, không nêu lại.",
        "{number} known findings, kept in {name}, are not repeated.",
    ),
    "baseline-written": (
        "Đã ghi {number} phát hiện của {files} tệp vào {name}.",
        "Wrote {number} findings of {files} files to {name}.",
    ),
    # reports
    "clean": (
        "Không thấy chỗ nào mâu thuẫn trong {files} tệp.",
        "No contradiction found in {files} {file_word}.",
    ),
    "summary": (
        "Thấy {counts} trong {files} tệp.",
        "Found {counts} in {files} {file_word}.",
    ),
    "fixes-done": (
        "Đã sửa {number} chỗ ({codes}).",
        "Fixed {number} ({codes}).",
    ),
    "fixes-due": (
        "--fix sẽ sửa {number} chỗ ({codes}).",
        "--fix would fix {number} ({codes}).",
    ),
    "no-fixes": (
        "Không có chỗ nào để --fix sửa.",
        "There is nothing for --fix to change.",
    ),
    "more-fixes": (
        "--unsafe-fixes sửa được thêm {number} chỗ; hãy xem trước bằng --diff --unsafe-fixes.",
        "--unsafe-fixes could fix {number} more; look at them first with --diff --unsafe-fixes.",
    ),
    "fixable": (
        "--fix sửa được {number} chỗ; xem trước: --diff.",
        "--fix can fix {number}; to look first: --diff.",
    ),
    "fixable-more": (
        "--fix sửa được {number} chỗ, thêm --unsafe-fixes được {more} chỗ nữa; xem trước: --diff.",
        "--fix can fix {number}, with --unsafe-fixes {more} more; to look first: --diff.",
    ),
    "fixable-unsafe": (
        "--fix --unsafe-fixes sửa được {more} chỗ, cần người đọc lại; xem trước: --diff --unsafe-fixes.",
        "--fix --unsafe-fixes can fix {more}, to be read again; to look first: --diff --unsafe-fixes.",
    ),
    "next": (
        "Xem lý do và cách viết đúng: vnplanlint explain {codes}",
        "Reasons and right wordings: vnplanlint explain {codes}",
    ),
    "fix-safe": ("sửa", "fix"),
    "fix-unsafe": ("có thể sửa", "possible fix"),
    "fix-display": ("gợi ý", "hint"),
    "delete": ("bỏ {old}", "delete {old}"),
    "insert": ("thêm {new}", "insert {new}"),
    "replace": ("{old} → {new}", "{old} → {new}"),
    "more-places": ("và {number} chỗ nữa: {places}", "and {number} more: {places}"),
    "more-edits": ("và {number} chỗ sửa nữa", "and {number} more edits"),
    # explain
    "since": ("từ phiên bản {since}", "since {since}"),
    "says": ("Lời nhắn", "What it says"),
    "marked": (
        "Phần nằm giữa « và » là chỗ được gạch chân.",
        "What stands between « and » is underlined.",
    ),
    "why": ("Vì sao", "Why"),
    "basis": ("Căn cứ", "Legal basis"),
    "bad": ("Chưa đúng", "Wrong"),
    "fixed": ("sửa thành", "fixed"),
    "good": ("Đúng", "Right"),
    "silence": ("Khi không muốn dùng quy tắc này", "To silence this rule"),
    "see": ("Xem", "See"),
    "sarif-root": ("thư mục nơi chạy vnplanlint", "the folder in which vnplanlint ran"),
    "silence-run": ("một lần", "once"),
    "silence-here": ("một chỗ, ghi ở cuối đoạn", "at one place, at the end of its paragraph"),
    "silence-always": ("luôn luôn, trong vnplanlint.toml", "always, in vnplanlint.toml"),
    "silence-files": ("với một số tệp, trong vnplanlint.toml", "for some files, in vnplanlint.toml"),
    # rules
    "rules-count": (
        "{number} quy tắc. Xem một quy tắc: vnplanlint explain MÃ",
        "{number} rules. To read one: vnplanlint explain CODE",
    ),
    "family-dates": ("Ngày tháng", "Dates"),
    "family-references": ("Văn bản viện dẫn", "Cited documents"),
    "family-outline": ("Đề mục", "Headings"),
    "family-quantities": ("Số liệu", "Figures"),
    "family-spelling": ("Chính tả", "Spelling"),
    "family-punctuation": ("Dấu câu", "Punctuation"),
    "family-terms": ("Thuật ngữ, tên gọi", "Terms and names"),
    "family-format": ("Thể thức", "Form"),
    "family-suppression": ("Ghi chú bỏ qua", "Suppression comments"),
    "code": ("mã", "code"),
    "level": ("mức", "severity"),
    "asks": ("quy tắc", "rule"),
    # extract
    "nothing": ("không có", "none"),
    "identity": ("Văn bản", "Document"),
    "divisions": ("Các phần của văn bản", "Divisions"),
    "outline": ("Đề mục", "Outline"),
    "components": ("Thành phần thể thức", "Components"),
    "dates": ("Ngày tháng", "Dates"),
    "ranges": ("Khoảng thời gian", "Ranges"),
    "anniversaries": ("Kỷ niệm", "Anniversaries"),
    "references": ("Văn bản viện dẫn", "Cited documents"),
    "counts": ("Số lượng nêu trước danh sách", "Count claims"),
    "cross_references": ("Dẫn chiếu đề mục", "Cross-references"),
    "abbreviations": ("Chữ viết tắt", "Abbreviations"),
    "quantities": ("Số liệu", "Quantities"),
    "quantity_ranges": ("Khoảng số liệu", "Ranges of quantities"),
    "spelled_numbers": ("Số viết bằng chữ", "Numbers in words"),
    "breakdowns": ("Tổng và các phần", "Totals and parts"),
    "tables": ("Bảng", "Tables"),
    "not-expanded": ("không ghi đầy đủ", "not written out"),
    "table-size": ("{rows} dòng, {columns} cột", "{rows} rows, {columns} columns"),
    "table-total": ("dòng tổng: {numbers}", "total: {numbers}"),
    "list-follows": ("các phần ở danh sách sau", "parts in the list that follows"),
    "quotations": ("Trích dẫn trong ngoặc kép", "Quotations"),
    "type_word": ("tên loại", "type"),
    "symbol": ("số, ký hiệu", "symbol"),
    "symbol-blank": ("(số để trống)", "(number left blank)"),
    "date": ("ngày ban hành", "date"),
    "issuer": ("cơ quan ban hành", "issuer"),
    "system": ("hệ thống", "system"),
    "noise": ("độ nhiễu khi quét", "scan noise"),
    "own": ("của chính văn bản này", "this document's own"),
    "malformed": ("viết sai: {defect}", "malformed: {defect}"),
    "perhaps": ("có lẽ là {text}", "perhaps {text}"),
    "quarter": ("quý", "quarter"),
    "no-year": ("số, ký hiệu thiếu năm ban hành", "the number lacks its year"),
    "no-such-day": ("không có trong lịch", "not in the calendar"),
    "every-year": ("hằng năm", "every year"),
    "from-own-date": ("tính từ ngày ban hành", "reckoned from the issue date"),
    "year-added": ("năm suy ra từ bên cạnh", "year taken from its neighbour"),
    "years": ("{number} năm", "{number} years"),
    "open-end": ("chưa có mốc cuối", "open end"),
    "unclosed": ("không có dấu đóng", "not closed"),
    "this": ("văn bản này", "this document"),
    "other": ("văn bản khác", "another document"),
    "period": ("khoảng thời gian, không phải kỷ niệm", "a period, not an anniversary"),
    "system-state": ("cơ quan nhà nước", "state"),
    "system-party": ("Đảng", "Party"),
    "system-union": ("công đoàn", "trade union"),
    "system-youth": ("Đoàn Thanh niên", "youth union"),
    "system-front": ("Mặt trận, đoàn thể", "front"),
    "system-unknown": ("chưa rõ", "unknown"),
    "division-body": ("thân văn bản", "body"),
    "division-appendix": ("phụ lục", "appendix"),
    "division-attachment": ("văn bản kèm theo", "attachment"),
    "division-form": ("biểu mẫu", "form"),
    "division-quotation": ("trích văn bản khác", "quoted articles"),
    "division-chrome": ("ngoài văn bản", "page furniture"),
    "component-quoc-hieu": ("quốc hiệu", "national name"),
    "component-tieu-ngu": ("tiêu ngữ", "motto"),
    "component-co-quan-chu-quan": ("cơ quan chủ quản", "superior organ"),
    "component-co-quan-ban-hanh": ("cơ quan ban hành", "issuing organ"),
    "component-so-ky-hieu": ("số, ký hiệu", "number and symbol"),
    "component-dia-danh-ngay": ("địa danh, ngày tháng", "place and date"),
    "component-ten-loai": ("tên loại", "type"),
    "component-trich-yeu": ("trích yếu", "title"),
    "component-can-cu": ("căn cứ", "legal ground"),
    "component-kinh-gui": ("kính gửi", "addressee"),
    "component-noi-nhan": ("nơi nhận", "recipient"),
    "component-luu": ("lưu", "filed at"),
    "component-quyen-han": ("quyền hạn người ký", "signing authority"),
    "component-chuc-vu": ("chức vụ", "office"),
    "component-nguoi-ky": ("người ký", "signer"),
    "component-ket-thuc": ("kết thúc", "end"),
}


class Problem(Exception):
    """Something that the user can mend: ``key`` names the message, ``values`` fill it."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def text(self, language: Language) -> str:
        """One line for the user."""
        return " ".join(say(self.key, language, **self.values).split())

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.key, self.values)


def _again(key: str, values: dict[str, object]) -> Problem:
    return Problem(key, **values)


def say(key: str, language: Language, /, **values: object) -> str:
    """The message ``key``; a value that is a ``Problem`` part (key, values) is put into words too."""
    template = _MESSAGES[key][language == "en"]
    words = {
        name: say(value[0], language, **value[1]) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
    return template.format(**words) if words else template


def knows(key: str) -> bool:
    """Whether there is a message of that name."""
    return key in _MESSAGES


def severity_word(severity: str, language: Language) -> str:
    """The severity in the user's language."""
    return SEVERITY_WORDS[severity][language == "en"]


_FIGURES = ("0o", "1l", "1i")
"""Figures, each with a letter that is taken for it."""


def nearest(word: str, known: list[str]) -> str:
    """The known word most like ``word``; of equally like ones, the one with more letters in the same places."""
    from difflib import SequenceMatcher

    given = word.casefold()
    folded = {name.casefold(): name for name in known}

    def likeness(name: str) -> tuple[float, int, str]:
        same = sum(one == other or one + other in _FIGURES for one, other in zip(name, given, strict=False))
        return SequenceMatcher(None, name, given).ratio(), same, name

    return folded[max(folded, key=likeness)] if folded else ""
