<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
 <context>
  <name>actions</name>
  <message>
   <location filename="../../console/actions/claims.py" />
   <location filename="../../console/actions/handing_over.py" />
   <source>Bạn không giữ {number}</source>
   <translation>You do not hold {number}</translation>
  </message>
  <message>
   <location filename="../../console/actions/claims.py" />
   <source>Bạn đang giữ {count} việc khẩn khác: chuyển bớt cho người khác</source>
   <translation>You hold {count} other urgent cases: hand some over</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>Bạn đã xử lý {number}: người khác phải kiểm tra</source>
   <translation>You handled {number}: somebody else must review it</translation>
  </message>
  <message>
   <location filename="../../console/actions/releasing.py" />
   <source>Bản che lớn hơn 20 MB: không giữ được; tệp gốc vẫn được giữ</source>
   <translation>The covered copy is larger than 20 MB and cannot be kept; the original is kept</translation>
  </message>
  <message>
   <location filename="../../console/actions/files.py" />
   <location filename="../../console/actions/packing.py" />
   <source>Bản lưu của tệp bị hỏng hoặc mất: báo quản trị, không dùng tệp này</source>
   <translation>The stored copy is damaged or lost: tell the administrator, do not use this file</translation>
  </message>
  <message>
   <location filename="../../console/actions/reporting.py" />
   <source>Bản lưu năm là của cả sổ: chỉ người được xem toàn tỉnh lập được. Bạn có thể xuất trích sổ của đơn vị mình. Chưa xuất gì</source>
   <translation>A year’s archive is of the whole register: only somebody who may see the whole province can make it. You can export an extract of your unit. Nothing was exported</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Ca này của chính bạn: giao cho người khác</source>
   <translation>This shift is your own: hand it to somebody else</translation>
  </message>
  <message>
   <location filename="../../console/actions/shifts.py" />
   <source>Ca trước chưa bàn giao: nhận bàn giao trước khi mở ca mới</source>
   <translation>The last shift was not handed over: take it over before opening a new one</translation>
  </message>
  <message>
   <location filename="../../console/actions/releasing.py" />
   <source>Chưa che chỗ nào trên ảnh: kéo chuột hoặc phím để vẽ ô đen</source>
   <translation>Nothing on the picture is covered: draw black boxes by mouse or keys</translation>
  </message>
  <message>
   <location filename="../../console/actions/classification.py" />
   <source>Chưa có gợi ý cho {number}</source>
   <translation>There is no suggestion for {number}</translation>
  </message>
  <message>
   <location filename="../../console/actions/retention.py" />
   <source>Chưa có hồ sơ nào hết thời gian lưu giữ</source>
   <translation>No case has been kept long enough yet</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>Chưa có tin nào tới công dân: chọn kết quả khác hoặc trả lời trước</source>
   <translation>Nothing has reached the citizen: choose another outcome or reply first</translation>
  </message>
  <message>
   <location filename="../../console/actions/knowledge.py" />
   <source>Chưa lưu: mục này vừa có bản {version} của người khác. Mở lại rồi sửa tiếp</source>
   <translation>Not saved: somebody else has just written version {version}. Open it again and go on</translation>
  </message>
  <message>
   <location filename="../../console/actions/knowledge.py" />
   <source>Chưa lưu: {field} – {words}</source>
   <translation>Not saved: {field} – {words}</translation>
  </message>
  <message>
   <location filename="../../console/actions/shifts.py" />
   <source>Chưa mở ca trực: mở ca trước</source>
   <translation>No shift is open: open one first</translation>
  </message>
  <message>
   <location filename="../../console/actions/retiring.py" />
   <source>Chưa ngừng «{name}»: chưa cán bộ trực nào của tỉnh có PIN để thay. Thêm cán bộ trực, cấp PIN, rồi ngừng</source>
   <translation>“{name}” was not disabled: no duty officer of the province has a PIN yet. Add one, give a PIN, then disable it</translation>
  </message>
  <message>
   <location filename="../../console/actions/knowledge.py" />
   <source>Chưa nhập mục nào. {error}</source>
   <translation>Nothing was imported. {error}</translation>
  </message>
  <message>
   <location filename="../../console/actions/trial.py" />
   <source>Chưa thấy tin có mã {code}: chưa gửi gì. Nhắn đúng mã tới trang OA rồi tìm lại</source>
   <translation>No message with the code {code} yet: nothing was sent. Send exactly the code to the OA, then look again</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Chưa đóng ca được: còn {count} dòng đang giữ, chưa rõ hoặc khẩn chưa nơi nào nhận</source>
   <translation>The shift cannot close: {count} lines are held, unknown, or urgent and accepted by nobody</translation>
  </message>
  <message>
   <location filename="../../console/actions/settling.py" />
   <source>Chưa đọc lại hội thoại: đối chiếu trước khi gửi lại</source>
   <translation>The conversation was not read back: compare before sending again</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Chưa đổi quyền: {trouble}</source>
   <translation>Nothing was changed: {trouble}</translation>
  </message>
  <message>
   <location filename="../../console/actions/shifts.py" />
   <source>Chưa đủ kiểm tra đầu ca: thử chuông, ba đèn, đồng hồ</source>
   <translation>Checks are missing: alarm sound, three lights, clock</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Chỉ bên chuyển ghi nhận được việc tiếp nhận qua điện thoại</source>
   <translation>Only the sender notes an acceptance by phone</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Chỉ bên chuyển ghi được số phiếu chuyển của {number}</source>
   <translation>Only the side that handed {number} on can record the slip's number</translation>
  </message>
  <message>
   <location filename="../../console/actions/releasing.py" />
   <source>Chỉ bên chuyển quyết định tệp gửi kèm của {number}</source>
   <translation>Only the side that handed {number} on decides which files go along</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Chỉ bên chuyển thu hồi được {number}</source>
   <translation>Only the sending side can recall {number}</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Chỉ bên nhận trả lại được {number}; bên chuyển thì thu hồi</source>
   <translation>Only the receiving side can return {number}; the sender recalls it</translation>
  </message>
  <message>
   <location filename="../../console/actions/releasing.py" />
   <source>Chỉ che được ảnh gốc của công dân</source>
   <translation>Only an original picture of the citizen's can be covered</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Chỉ chỉ huy trực ký ô này</source>
   <translation>Only the commanding officer signs here</translation>
  </message>
  <message>
   <location filename="../../console/actions/settling.py" />
   <source>Chỉ người soạn hoặc người duyệt hủy được tin này</source>
   <translation>Only its writer or an approver may cancel this reply</translation>
  </message>
  <message>
   <location filename="../../console/actions/identity.py" />
   <source>Chỉ người đang giữ {number} hoặc trực chỉ huy xem được danh tính</source>
   <translation>Only the holder of {number} or the commanding officer may see the identity</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Chỉ người đề nghị rút được đề nghị này</source>
   <translation>Only who made this proposal can withdraw it</translation>
  </message>
  <message>
   <location filename="../../console/actions/signing.py" />
   <source>Chỉ người đề nghị rút được đề nghị đóng</source>
   <translation>Only whoever proposed may withdraw the closing</translation>
  </message>
  <message>
   <location filename="../../console/actions/sitting.py" />
   <source>Chỉ quản trị đặt PIN cho người khác; mỗi người tự đổi PIN của mình</source>
   <translation>Only an administrator sets the PINs of others; everybody changes his own</translation>
  </message>
  <message>
   <location filename="../../console/actions/classification.py" />
   <source>Chỉ trực chỉ huy được hạ mức khẩn của {number}</source>
   <translation>Only the commanding officer may lower the priority of {number}</translation>
  </message>
  <message>
   <location filename="../../console/actions/petitions.py" />
   <source>Chỉ việc đã thụ lý mới có văn bản giải quyết</source>
   <translation>Only a matter that was taken up has a paper that settled it</translation>
  </message>
  <message>
   <location filename="../../console/actions/urgent.py" />
   <source>Chọn loại việc trong danh mục báo cáo khẩn</source>
   <translation>Choose a matter of the urgent-report list</translation>
  </message>
  <message>
   <location filename="../../console/actions/merging.py" />
   <source>Chọn một hồ sơ khác để gộp vào</source>
   <translation>Choose another case to merge into</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Chọn một lý do trả lại trong danh mục</source>
   <translation>Choose a reason of return from the list</translation>
  </message>
  <message>
   <location filename="../../console/actions/bulk.py" />
   <source>Chọn nhiều nhất {limit} hồ sơ một lần</source>
   <translation>Mark {limit} cases at most</translation>
  </message>
  <message>
   <location filename="../../console/actions/merging.py" />
   <source>Chọn những tin thuộc {number} để tách</source>
   <translation>Choose messages of {number} to split off</translation>
  </message>
  <message>
   <location filename="../../console/actions/incidents.py" />
   <source>Chọn ít nhất một hồ sơ khác để gắn vào cùng vụ</source>
   <translation>Choose at least one other case to link</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Chọn ít nhất một vai trò cho {name}</source>
   <translation>Choose at least one role for {name}</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>Chờ chữ ký thứ hai: {reason}</source>
   <translation>Waits for a second signature: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/actions/incidents.py" />
   <source>Các hồ sơ này đã thuộc nhiều vụ khác nhau: gỡ trước khi gắn lại</source>
   <translation>These cases belong to different incidents already: unlink them first</translation>
  </message>
  <message>
   <location filename="../../console/actions/founding.py" />
   <source>Cán bộ đầu tiên phải có vai trò Quản trị hệ thống, để thêm và cấp PIN cho người khác</source>
   <translation>The first officer must have the role System administrator, to add others and give them PINs</translation>
  </message>
  <message>
   <location filename="../../console/actions/replies.py" />
   <source>Câu mẫu «{title}» dành cho bộ phận khác</source>
   <translation>The canned reply «{title}» is for another section</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>Còn mục chưa đạt hoặc chưa đánh giá: chưa duyệt được</source>
   <translation>Some items are not met or not judged: it cannot pass yet</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Còn {count} dòng chưa nhận: nhận từng dòng trước khi ký</source>
   <translation>{count} lines are not accepted: accept each before signing</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Còn {count} hồ sơ chưa ghi việc ca sau</source>
   <translation>{count} cases have no next step yet</translation>
  </message>
  <message>
   <location filename="../../console/actions/replies.py" />
   <source>Có tin chưa rõ đã tới hay chưa: tin này có thể không còn miễn phí</source>
   <translation>Nobody knows whether a reply arrived: this one may not be free any more</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <source>Có tên người mà công dân nhắc tới: không nêu tên người bị tố giác. Xem lại trước khi gửi</source>
   <translation>It holds the name of somebody the citizen spoke of: do not name whom he accuses. Look again before sending</translation>
  </message>
  <message>
   <location filename="../../console/actions/merging.py" />
   <source>Công dân của {number} chưa được trả lời</source>
   <translation>The citizen of {number} is not answered</translation>
  </message>
  <message>
   <location filename="../../console/actions/settling.py" />
   <source>Công dân nhắn thêm sau khi soạn: trả lại để người soạn xem lại</source>
   <translation>The citizen wrote after it was written: give it back to its writer</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <source>Công dân vừa nhắn thêm {count} tin: đọc rồi gửi</source>
   <translation>The citizen has just written {count} more messages: read, then send</translation>
  </message>
  <message>
   <location filename="../../console/actions/foreign.py" />
   <source>Cảnh báo này đã có người xác nhận</source>
   <translation>Somebody has confirmed this alarm already</translation>
  </message>
  <message>
   <location filename="../../console/actions/replies.py" />
   <source>Cửa sổ trả lời sắp hết: báo người duyệt ngay</source>
   <translation>The reply window ends soon: tell the approver now</translation>
  </message>
  <message>
   <location filename="../../console/actions/people.py" />
   <source>Danh sách {role} có phần đã che với bạn: nhờ đơn vị thụ lý sửa</source>
   <translation>Part of this list ({role}) is covered for you: ask the unit in charge to change it</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Dòng này không còn trên biên bản: việc đã xong hoặc đã đổi</source>
   <translation>This line is no longer on the sheet: it is done or has changed</translation>
  </message>
  <message>
   <location filename="../../console/actions/clocks.py" />
   <source>Gia hạn thêm bao nhiêu phút?</source>
   <translation>Extend by how many minutes?</translation>
  </message>
  <message>
   <location filename="../../console/actions/shifts.py" />
   <source>Giờ hết ca phải ở sau lúc này và trong vòng 26 giờ</source>
   <translation>The end must lie ahead, within 26 hours</translation>
  </message>
  <message>
   <location filename="../../console/actions/national.py" />
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Giờ nhập chưa tới</source>
   <translation>That time has not come yet</translation>
  </message>
  <message>
   <location filename="../../console/actions/national.py" />
   <source>Giờ nhập phải sau lúc tiếp nhận {number}</source>
   <translation>The time of entry must be after {number} was received</translation>
  </message>
  <message>
   <location filename="../../console/actions/snoozing.py" />
   <source>Giờ nhắc lại phải ở sau lúc này</source>
   <translation>The time must be after now</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Hạn phản hồi phải ở sau lúc này</source>
   <translation>The time to report back must lie ahead</translation>
  </message>
  <message>
   <location filename="../../console/actions/snoozing.py" />
   <source>Hẹn nhắc lại xa nhất là 30 ngày</source>
   <translation>At most 30 days ahead</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <source>Hết cửa sổ trả lời – không gửi được tin miễn phí. {reason}</source>
   <translation>The reply window is closed – no free message can be sent. {reason}</translation>
  </message>
  <message>
   <location filename="../../console/actions/replies.py" />
   <source>Hết tin miễn phí: tin này có thể tính phí</source>
   <translation>No free message is left: this one may be charged</translation>
  </message>
  <message>
   <location filename="../../console/actions/files.py" />
   <source>Hồ sơ không có tệp này, hoặc tệp không được gửi kèm cho đơn vị của bạn</source>
   <translation>The case has no such file, or it was not sent along to your unit</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Hồ sơ liên quan cán bộ chỉ chuyển cho thanh tra hoặc lãnh đạo</source>
   <translation>A case that concerns officers goes only to the inspectorate or the leadership</translation>
  </message>
  <message>
   <location filename="../../console/actions/snoozing.py" />
   <source>Hồ sơ này không có hẹn nhắc lại</source>
   <translation>This case has no reminder</translation>
  </message>
  <message>
   <location filename="../../console/actions/conflicts.py" />
   <source>Hồ sơ vừa ghi đã chuyển cho {role} và rời màn hình của bạn</source>
   <translation>The case just marked went to {role} and left your screen</translation>
  </message>
  <message>
   <location filename="../../console/actions/conflicts.py" />
   <source>Hồ sơ vừa ghi đã chuyển cho {role}; bạn vẫn thấy vì không liên quan</source>
   <translation>The case just marked went to {role}; you still see it because it does not concern you</translation>
  </message>
  <message>
   <location filename="../../console/actions/classification.py" />
   <source>Hồ sơ vừa phân loại thuộc loại hạn chế «{name}»: từ nay trực chỉ huy và thanh tra xử lý, bạn không còn thấy</source>
   <translation>The case just classified is of the restricted kind “{name}”: the commander and the inspectorate handle it from now on, you do not see it any more</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Hồ sơ đang ở {unit}</source>
   <translation>The case is with {unit} already</translation>
  </message>
  <message>
   <location filename="../../console/actions/organisation.py" />
   <source>Hồ sơ đã thay đổi từ lúc xem trước: xem lại rồi áp dụng</source>
   <translation>The cases have changed since the preview: look again, then apply</translation>
  </message>
  <message>
   <location filename="../../console/actions/trial.py" />
   <source>Hội thoại có tin mới sau mã {code}: chưa gửi gì, để cán bộ trực trả lời</source>
   <translation>Something came in this conversation after the code {code}: nothing was sent, the officer on duty answers</translation>
  </message>
  <message>
   <location filename="../../console/actions/identity.py" />
   <source>Kho không giữ danh tính của công dân này</source>
   <translation>The store does not hold this citizen’s identity</translation>
  </message>
  <message>
   <location filename="../../console/actions/replies.py" />
   <source>Khung soạn thuộc hội thoại khác: chưa gửi gì. Mở lại hồ sơ rồi gửi</source>
   <translation>The composer belongs to another conversation: nothing was sent. Open the case again and send</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Không còn ai là trực chỉ huy: việc khẩn không người nhận sẽ không gọi được ai. Giao vai trò đó cho người khác trước</source>
   <translation>Nobody would be the commander on duty: an urgent case that nobody takes would call nobody. Give somebody else that role first</translation>
  </message>
  <message>
   <location filename="../../console/actions/conflicts.py" />
   <source>Không còn ai ở đây đứng ngoài vụ việc vừa ghi. Báo Thanh tra hoặc Viện kiểm sát bằng văn bản ngay</source>
   <translation>Nobody here is free of the matter just marked. Report to the Inspectorate or the Procuracy in writing now</translation>
  </message>
  <message>
   <location filename="../../console/actions/retiring.py" />
   <source>Không còn tài khoản không tên nào đang dùng</source>
   <translation>No nameless account is in use</translation>
  </message>
  <message>
   <location filename="../../console/actions/urgent.py" />
   <source>Không có bước «{code}» trong báo cáo khẩn</source>
   <translation>The urgent report has no step «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Không có cán bộ này trong danh sách đang làm việc</source>
   <translation>This officer is not among those at work</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <location filename="../../console/actions/conflicts.py" />
   <location filename="../../console/actions/sitting.py" />
   <source>Không có cán bộ «{code}»</source>
   <translation>There is no officer «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/shifts.py" />
   <source>Không có cán bộ «{who}» trong danh sách</source>
   <translation>There is no officer “{who}”</translation>
  </message>
  <message>
   <location filename="../../console/actions/knowledge.py" />
   <source>Không có câu mẫu «{code}»</source>
   <translation>There is no canned reply «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/urgent.py" />
   <source>Không có cơ quan «{code}» trong danh bạ hướng dẫn</source>
   <translation>The guidance directory has no body «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/shifts.py" />
   <source>Không có dòng sổ trực cần đính chính</source>
   <translation>There is no such line to correct</translation>
  </message>
  <message>
   <location filename="../../console/actions/drafts.py" />
   <source>Không có hồ sơ này</source>
   <translation>There is no such case</translation>
  </message>
  <message>
   <location filename="../../console/actions/bulk.py" />
   <location filename="../../console/actions/guards.py" />
   <location filename="../../console/actions/proofreading.py" />
   <location filename="../../console/actions/shifts.py" />
   <source>Không có hồ sơ này, hoặc bạn không được xem</source>
   <translation>There is no such case, or you may not see it</translation>
  </message>
  <message>
   <location filename="../../console/actions/classification.py" />
   <source>Không có loại hồ sơ «{code}»</source>
   <translation>There is no category «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/classification.py" />
   <source>Không có mức «{code}»</source>
   <translation>There is no priority «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/tags.py" />
   <source>Không có nhãn «{tag}»</source>
   <translation>There is no tag «{tag}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/confiding.py" />
   <source>Không có yêu cầu liên hệ «{code}»</source>
   <translation>There is no contact wish «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Không có yêu cầu «{code}»</source>
   <translation>There is no request «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/shifts.py" />
   <source>Không có «{item}» trong danh mục trang bị</source>
   <translation>“{item}” is not in the list of equipment</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <location filename="../../console/actions/conflicts.py" />
   <location filename="../../console/actions/transfers.py" />
   <source>Không có đơn vị «{code}»</source>
   <translation>There is no unit «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/clocks.py" />
   <source>Không có đề nghị gia hạn nào chờ duyệt</source>
   <translation>No request for extension is waiting</translation>
  </message>
  <message>
   <location filename="../../console/actions/retention.py" />
   <source>Không có đề nghị xóa nào mang mã này</source>
   <translation>There is no proposal of this id</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Không có đề nghị đổi quy định nào mang mã này</source>
   <translation>There is no proposal to change the rules with this code</translation>
  </message>
  <message>
   <location filename="../../console/actions/classification.py" />
   <source>Không có địa bàn «{code}»</source>
   <translation>There is no area «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/assigning.py" />
   <location filename="../../console/actions/handing_over.py" />
   <source>Không giao được {number} cho cán bộ này</source>
   <translation>{number} cannot be given to this officer</translation>
  </message>
  <message>
   <location filename="../../console/actions/incidents.py" />
   <source>Không gắn hồ sơ hạn chế với hồ sơ thường vào một vụ</source>
   <translation>A restricted case and an ordinary one are not linked to one incident</translation>
  </message>
  <message>
   <location filename="../../console/actions/merging.py" />
   <source>Không gộp hồ sơ hạn chế với hồ sơ thường</source>
   <translation>A restricted case is not merged with an ordinary one</translation>
  </message>
  <message>
   <location filename="../../console/actions/releasing.py" />
   <source>Không làm được bản che của ảnh này; tệp gốc vẫn được giữ</source>
   <translation>No covered copy can be made of this picture; the original is kept</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Không tự ngừng tài khoản của mình: nhờ quản trị khác</source>
   <translation>You cannot disable your own account: ask another administrator</translation>
  </message>
  <message>
   <location filename="../../console/actions/files.py" />
   <location filename="../../console/ui/composer/attach.py" />
   <source>Không đọc được tệp: {reason}</source>
   <translation>The file cannot be read: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/actions/surveys.py" />
   <source>Khảo sát của {number} đã gửi hoặc đã bỏ qua</source>
   <translation>The survey of {number} was sent or skipped already</translation>
  </message>
  <message>
   <location filename="../../console/actions/shifts.py" />
   <source>Kiểm tra đầu ca chưa đạt: ghi rõ tình trạng</source>
   <translation>A check failed: say what was found</translation>
  </message>
  <message>
   <location filename="../../console/actions/files.py" />
   <location filename="../../console/actions/packing.py" />
   <source>Máy này không giữ tệp đính kèm</source>
   <translation>This machine keeps no attachments</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <location filename="../../console/ui/review/judging.py" />
   <source>Máy thấy điểm chưa đạt: ghi nhận xét vì sao vẫn duyệt</source>
   <translation>The machine found something: say why it passes all the same</translation>
  </message>
  <message>
   <location filename="../../console/actions/packing.py" />
   <source>Mật khẩu chỉ lặp lại vài ký tự: dùng nhiều ký tự khác nhau hơn</source>
   <translation>The pass phrase only repeats a few characters: use more different ones</translation>
  </message>
  <message>
   <location filename="../../console/actions/packing.py" />
   <source>Mật khẩu cần ít nhất {least} ký tự: ai có tệp thì được đoán mãi</source>
   <translation>The pass phrase needs at least {least} characters: whoever has the file may guess for ever</translation>
  </message>
  <message>
   <location filename="../../console/actions/packing.py" />
   <source>Mật khẩu dễ đoán: tránh tên đơn vị, năm, phím liền nhau; thêm từ hoặc ký tự</source>
   <translation>The pass phrase is easy to guess: no names of units, years, keys in a row; add words or characters</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Mỗi cán bộ cần ít nhất một vai trò; muốn ngừng thì ngừng tài khoản</source>
   <translation>Every officer needs a role; to stop one, disable the account</translation>
  </message>
  <message>
   <location filename="../../console/actions/merging.py" />
   <source>Mỗi hồ sơ sau khi tách phải còn ít nhất một tin của công dân</source>
   <translation>After the split each case must keep at least one message of the citizen</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>Mục kiểm tra hoặc loại sai sót không có trong quy định</source>
   <translation>This item or finding is not in the policy</translation>
  </message>
  <message>
   <location filename="../../console/actions/knowledge.py" />
   <source>Mục này không có bản {version}</source>
   <translation>This entry has no version {version}</translation>
  </message>
  <message>
   <location filename="../../console/actions/knowledge.py" />
   <source>Mục «{title}» không dùng được. {why}. Xóa phần đã chèn hoặc lấy mục khác</source>
   <translation>The entry «{title}» cannot be used. {why}. Remove what was inserted or take another</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Ngày của văn bản chưa tới</source>
   <translation>The day of the paper is yet to come</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>Ngày của văn bản phải từ {first} trở đi</source>
   <translation>The day of the paper must be {first} or later</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <source>Người báo tin cần được giữ kín: không nêu số hồ sơ, địa điểm. Xem lại trước khi gửi</source>
   <translation>The informant must be protected: do not give the case number or the place. Look again before sending</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Người báo tin yêu cầu: {wish}</source>
   <translation>The informant asks: {wish}</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Người giao còn giữ hồ sơ mà người nhận không được xem: giao cho chỉ huy trước</source>
   <translation>The giver holds a case the taker may not see: give it to the commander first</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Người giao không tự ký nhận ca của mình</source>
   <translation>The giver does not sign as taker</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Người giao ký trước. Nếu người giao đã về, nhận ca theo cách «vắng người giao»</source>
   <translation>The giver signs first. If he has left, take over as “giver absent”</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Người giao phải là cán bộ của ca này</source>
   <translation>The giver must be on this shift</translation>
  </message>
  <message>
   <location filename="../../console/actions/settling.py" />
   <source>Người soạn không tự duyệt tin của mình</source>
   <translation>Nobody approves their own reply</translation>
  </message>
  <message>
   <location filename="../../console/actions/identity.py" />
   <source>Người xin xem không tự duyệt: cần người thứ hai</source>
   <translation>Nobody approves his own request: a second person is needed</translation>
  </message>
  <message>
   <location filename="../../console/actions/clocks.py" />
   <source>Người đề nghị không tự duyệt gia hạn</source>
   <translation>Whoever asks does not grant the extension himself</translation>
  </message>
  <message>
   <location filename="../../console/actions/retention.py" />
   <source>Người đề nghị không tự duyệt việc xóa</source>
   <translation>Whoever proposes does not approve the erasure himself</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Người đề nghị không tự duyệt đổi quy định luật định</source>
   <translation>Who proposes a change of a statutory rule cannot approve it</translation>
  </message>
  <message>
   <location filename="../../console/actions/signing.py" />
   <source>Người đề nghị không tự ký đóng hồ sơ của mình</source>
   <translation>Nobody signs his own proposal</translation>
  </message>
  <message>
   <location filename="../../console/actions/tags.py" />
   <source>Nhãn «{tag}» không gỡ như nhãn thường: người có thẩm quyền kết luận rồi gỡ, có lý do</source>
   <translation>The label “{tag}” does not come off like others: who may decide concludes and takes it off, with a reason</translation>
  </message>
  <message>
   <location filename="../../console/actions/reporting.py" />
   <source>Năm {year} chưa kết thúc: bản lưu lập từ ngày 01/01/{after}. Chưa xuất gì</source>
   <translation>The year {year} is not over: its archive can be made from 01/01/{after}. Nothing was exported</translation>
  </message>
  <message>
   <location filename="../../console/actions/reporting.py" />
   <source>Năm {year} không có số nào trong sổ tiếp nhận. Chưa xuất gì</source>
   <translation>No number of {year} is in the register. Nothing was exported</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <source>Nơi nhận đã trả lại hồ sơ: không báo là đã chuyển tới đó. Xem lại trước khi gửi</source>
   <translation>The receiving unit gave the case back: do not say that it went there. Look again before sending</translation>
  </message>
  <message>
   <location filename="../../console/actions/founding.py" />
   <source>Nối Zalo OA là việc của người quản trị: nhờ người đó đăng nhập rồi làm</source>
   <translation>Connecting a Zalo OA is up to an administrator: ask one to sign in and do it</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <location filename="../../console/ui/composer/outgoing.py" />
   <source>Nội dung nhắc tới {name}, không phải công dân này: kiểm tra người nhận</source>
   <translation>The text names {name}, who is not this citizen: check the recipient</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>Nội dung {number} đã xóa ngày {day} theo thời hạn lưu: chỉ còn số liệu, không làm gì thêm được</source>
   <translation>The content of {number} was erased on {day} when its time was over: only figures are left, nothing more can be done to it</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Nội dung đề nghị không phải nội dung vừa xem. Chưa đổi gì. Mở xem lại rồi duyệt</source>
   <translation>The proposal is not what was just shown. Nothing was changed. Open it again, then approve</translation>
  </message>
  <message>
   <location filename="../../console/actions/sitting.py" />
   <source>PIN của mình thì tự đổi ở Cài đặt, «Đặt PIN…»</source>
   <translation>You change your own PIN in Settings, “Set PIN…”</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>PIN không đúng. Chưa ký gì</source>
   <translation>Wrong PIN. Nothing was signed</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <source>Phải gửi thành {count} tin, mỗi tin tính vào số tin miễn phí. Rút gọn hoặc đồng ý chia</source>
   <translation>It takes {count} messages, each counts. Shorten it or agree to split</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Quy định vừa được đổi: mở lại chương trình rồi xem trước lại. Chưa đổi gì</source>
   <translation>The rules were just changed: start the program again and preview again. Nothing was changed</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Quy định đã đổi sau khi đề nghị này được lập, nên không duyệt được nữa. Chưa đổi gì. Người đề nghị xem trước lại rồi đề nghị lại</source>
   <translation>The rules changed after this proposal was made, so it can no longer be approved. Nothing was changed. Its author previews and proposes it anew</translation>
  </message>
  <message>
   <location filename="../../console/actions/national.py" />
   <source>Số của phần mềm tin báo chỉ gồm chữ, số và các dấu - / . _, có ít nhất một chữ số, tối đa {limit} ký tự</source>
   <translation>A number of the national software has letters, digits and the signs - / . _ only, at least one digit, {limit} characters at most</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Số hiệu gồm 2 đến 32 chữ cái không dấu, chữ số, gạch ngang: «{code}»</source>
   <translation>A number has 2 to 32 plain letters, digits, hyphens: «{code}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Số hiệu «{code}» đã có người dùng</source>
   <translation>The number «{code}» is taken</translation>
  </message>
  <message>
   <location filename="../../console/actions/national.py" />
   <source>Số {document} cũng đã ghi cho {number}: kiểm tra có nhập nhầm hoặc hai lần không</source>
   <translation>Number {document} stands for {number} too: check whether it was mistyped or entered twice</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <location filename="../../console/ui/composer/outgoing.py" />
   <source>Số {number} không có trong hồ sơ bạn thấy của công dân này: kiểm tra người nhận</source>
   <translation>The number {number} is not among this citizen’s cases that you see: check the recipient</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>Thiếu {what}</source>
   <translation>Missing: {what}</translation>
  </message>
  <message>
   <location filename="../../console/actions/knowledge.py" />
   <source>Thư viện không có mục «{name}»</source>
   <translation>The library has no entry «{name}»</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>Tin cuối của công dân ở {number} chưa được trả lời</source>
   <translation>The citizen’s last message in {number} is not answered</translation>
  </message>
  <message>
   <location filename="../../console/actions/settling.py" />
   <source>Tin này không chờ duyệt</source>
   <translation>This reply does not wait for approval</translation>
  </message>
  <message>
   <location filename="../../console/actions/settling.py" />
   <source>Tin này không còn ở trạng thái chưa rõ</source>
   <translation>This reply is no longer unknown</translation>
  </message>
  <message>
   <location filename="../../console/actions/foreign.py" />
   <source>Tin này không phải tin gửi ngoài hệ thống</source>
   <translation>This message was not sent outside the system</translation>
  </message>
  <message>
   <location filename="../../console/actions/settling.py" />
   <source>Tin này đang gửi hoặc đã tới: không gửi lần nữa</source>
   <translation>This reply is on its way or has arrived: it is not sent again</translation>
  </message>
  <message>
   <location filename="../../console/actions/settling.py" />
   <source>Tin đã chuyển cho Zalo nên không thu lại được</source>
   <translation>The reply was handed to Zalo and cannot be taken back</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>Tiếp nhận {number} trước khi xử lý</source>
   <translation>Accept {number} before working on it</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>Trả lại hoặc mở lại thì phải ghi nhận xét</source>
   <translation>Returning or reopening needs a comment</translation>
  </message>
  <message>
   <location filename="../../console/actions/replies.py" />
   <source>Trả lời chờ duyệt: {reason}</source>
   <translation>The reply waits for approval: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/actions/releasing.py" />
   <source>Tệp này của {number} chưa có bản che</source>
   <translation>This file of {number} has no covered copy yet</translation>
  </message>
  <message>
   <location filename="../../console/actions/files.py" />
   <source>Tệp trống hoặc lớn hơn 5 MB: chọn tệp khác</source>
   <translation>The file is empty or larger than 5 MB: choose another</translation>
  </message>
  <message>
   <location filename="../../console/actions/people.py" />
   <source>Tối đa {count} {role} trong danh sách</source>
   <translation>At most {count} people in a list ({role})</translation>
  </message>
  <message>
   <location filename="../../console/actions/rulebook.py" />
   <source>Vai trò của bạn không được xem quy định, tổ chức và lưu giữ</source>
   <translation>Your role may not see rules, organisation and retention</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>Vai trò của bạn không được {deed}</source>
   <translation>Your role does not allow: {deed}</translation>
  </message>
  <message>
   <location filename="../../console/actions/handing_over.py" />
   <source>Việc khẩn phải nhận từng dòng</source>
   <translation>Urgent lines are accepted one by one</translation>
  </message>
  <message>
   <location filename="../../console/actions/identity.py" />
   <source>Xem danh tính {number} không cần người thứ hai</source>
   <translation>Seeing the identity of {number} needs no second person</translation>
  </message>
  <message>
   <location filename="../../console/actions/identity.py" />
   <source>Yêu cầu này đã được trả lời</source>
   <translation>This request was answered already</translation>
  </message>
  <message>
   <location filename="../../console/actions/replies.py" />
   <source>Zalo không trích dẫn được trong tin chỉ có ảnh hoặc tệp: thêm lời, hoặc bỏ trích dẫn</source>
   <translation>Zalo cannot quote in a message of a picture or file alone: add words, or take the quote off</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <location filename="../../console/domain/words.py" />
   <location filename="../../console/ui/accounts/words.py" />
   <source>duyệt đổi quy định luật định</source>
   <translation>approve changes of statutory rules</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>ghi yêu cầu liên hệ của người báo tin</source>
   <translation>record an informant's contact wishes</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <location filename="../../console/ui/accounts/words.py" />
   <source>nhập phần mềm tin báo</source>
   <translation>enter reports into the national software</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>sửa thư viện và cài đặt chung</source>
   <translation>change the library and common settings</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>xem hồ sơ</source>
   <translation>see cases</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>xử lý tin nghi có bí mật nhà nước</source>
   <translation>deal with suspected state secrets</translation>
  </message>
  <message>
   <location filename="../../console/actions/clocks.py" />
   <source>{clock} không được gia hạn (thêm) theo quy định</source>
   <translation>The rules allow no (further) extension of {clock}</translation>
  </message>
  <message>
   <location filename="../../console/actions/clocks.py" />
   <source>{clock} là thời hạn luật định, không tạm dừng được</source>
   <translation>{clock} is a statutory limit and cannot be paused</translation>
  </message>
  <message>
   <location filename="../../console/actions/clocks.py" />
   <source>{clock} đang có một đề nghị gia hạn chờ duyệt</source>
   <translation>{clock} has a request for extension waiting</translation>
  </message>
  <message>
   <location filename="../../console/actions/clocks.py" />
   <source>{clock} đang tạm dừng</source>
   <translation>{clock} is paused</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>{file} giống hệt bản đang dùng. Chưa đổi gì</source>
   <translation>{file} is the same as the version in force. Nothing was changed</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{number} bị trả lại {count} lần: trực chỉ huy quyết định nơi xử lý</source>
   <translation>{number} was returned {count} times: the commanding duty officer decides who handles it</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{number} chuyển cho {unit}: chỉ đơn vị đó tiếp nhận</source>
   <translation>{number} was forwarded to {unit}: only that unit accepts it</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>{number} chưa có kết luận kiểm tra</source>
   <translation>{number} has no verdict yet</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{number} chưa có loại khi chuyển</source>
   <translation>{number} has no category while being forwarded</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} chưa có loại: sổ tiếp nhận sẽ thiếu</source>
   <translation>{number} has no category: the register will be incomplete</translation>
  </message>
  <message>
   <location filename="../../console/actions/surveys.py" />
   <source>{number} chưa đóng: khảo sát chỉ gửi sau khi đóng</source>
   <translation>{number} is open: the survey goes out only after closing</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{number} chưa được chuyển đi đâu: không có phiếu chuyển</source>
   <translation>{number} was not handed on: there is no transfer slip</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} còn tin chưa rõ đã tới công dân hay chưa: đối chiếu trước</source>
   <translation>{number} has a reply that may or may not have arrived: settle it first</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} còn tin máy báo khẩn chưa ai trả lời: đặt mức khẩn hoặc chọn «Không khẩn» trước</source>
   <translation>{number} has a message the program took for an emergency and nobody answered for: set it urgent or choose “Not urgent” first</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{number} còn trả lời chưa gửi xong</source>
   <translation>{number} has a reply that is not settled</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} còn trả lời chờ duyệt: duyệt hoặc hủy trước</source>
   <translation>{number} has a reply waiting for approval: approve or cancel it first</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} còn trả lời đang gửi: đợi Zalo xác nhận hoặc hủy trước</source>
   <translation>{number} has a reply on its way: wait for Zalo or cancel it first</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>{number} có hình ảnh xâm hại trẻ em: tệp đã khóa, không mở, tải hay chuyển; điện PC02, PA05</source>
   <translation>{number} has pictures of child abuse: its files are locked, they are not opened, fetched or handed on; phone PC02, PA05</translation>
  </message>
  <message>
   <location filename="../../console/actions/bulk.py" />
   <source>{number} có tin máy báo khẩn: mở và quyết định riêng</source>
   <translation>{number} has a message the program took for an emergency: open and decide it by itself</translation>
  </message>
  <message>
   <location filename="../../console/actions/merging.py" />
   <source>{number} có {count} tin chưa đọc: đọc trước khi gộp</source>
   <translation>{number} has {count} unread messages: read them before merging</translation>
  </message>
  <message>
   <location filename="../../console/actions/snoozing.py" />
   <source>{number} có {count} tin chưa đọc: đọc trước khi hẹn nhắc lại</source>
   <translation>{number} has {count} unread messages: read them before snoozing</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} có {count} tin chưa đọc: đọc trước khi đóng</source>
   <translation>{number} has {count} unread messages: read them before closing</translation>
  </message>
  <message>
   <location filename="../../console/actions/bulk.py" />
   <source>{number} do đơn vị khác xử lý: bạn chỉ được biết</source>
   <translation>{number} is handled by another unit: you are only told of it</translation>
  </message>
  <message>
   <location filename="../../console/actions/confiding.py" />
   <location filename="../../console/ui/desk/confiding.py" />
   <source>{number} không bị nghi có bí mật nhà nước</source>
   <translation>{number} is not suspected of holding a state secret</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{number} không chờ đơn vị nào tiếp nhận</source>
   <translation>{number} waits for no unit</translation>
  </message>
  <message>
   <location filename="../../console/actions/signing.py" />
   <source>{number} không còn chờ ký đóng: công dân vừa nhắn thêm hoặc đề nghị đã rút</source>
   <translation>{number} no longer waits for a signature: the citizen wrote again, or the proposal was withdrawn</translation>
  </message>
  <message>
   <location filename="../../console/actions/surveys.py" />
   <source>{number} không có khảo sát điểm thấp</source>
   <translation>{number} has no low survey score</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>{number} không có lần kiểm tra này</source>
   <translation>{number} has no such review</translation>
  </message>
  <message>
   <location filename="../../console/actions/clocks.py" />
   <source>{number} không có thời hạn này đang chạy</source>
   <translation>{number} has no such limit running</translation>
  </message>
  <message>
   <location filename="../../console/actions/foreign.py" />
   <location filename="../../console/actions/settling.py" />
   <source>{number} không có tin này</source>
   <translation>{number} has no such message</translation>
  </message>
  <message>
   <location filename="../../console/actions/releasing.py" />
   <source>{number} không có tệp này để gửi nguyên</source>
   <translation>{number} has no such file to send whole</translation>
  </message>
  <message>
   <location filename="../../console/actions/identity.py" />
   <source>{number} không có yêu cầu xem danh tính này</source>
   <translation>{number} has no such request to see the identity</translation>
  </message>
  <message>
   <location filename="../../console/actions/directing.py" />
   <source>{number} không có ý kiến chỉ đạo này</source>
   <translation>{number} has no such instruction</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>{number} không nằm trong danh sách kiểm tra</source>
   <translation>{number} is not on the review list</translation>
  </message>
  <message>
   <location filename="../../console/actions/national.py" />
   <location filename="../../console/actions/people.py" />
   <source>{number} không phải nguồn tin về tội phạm: phân loại trước</source>
   <translation>{number} is not a crime report: classify it first</translation>
  </message>
  <message>
   <location filename="../../console/actions/petitions.py" />
   <source>{number} không phải tố cáo, khiếu nại xử lý như vậy</source>
   <translation>{number} is no denunciation or complaint that is handled so</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} là nguồn tin về tội phạm mà chưa đơn vị nào tiếp nhận: phải chuyển Cơ quan điều tra</source>
   <translation>{number} is a report of a crime that no unit has accepted: it must go to the investigation body</translation>
  </message>
  <message>
   <location filename="../../console/actions/bulk.py" />
   <source>{number} là tin tố giác, tin báo, tố cáo: mở và quyết định riêng</source>
   <translation>{number} is a denunciation or a report of crime: open it and decide it by itself</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>{number} nghi có bí mật nhà nước: không mở, sao chép hay xuất nội dung; điện trực chỉ huy</source>
   <translation>{number} may hold a state secret: do not open, copy or export it; phone the commander</translation>
  </message>
  <message>
   <location filename="../../console/actions/perform.py" />
   <source>{number} vừa thay đổi: {who} {deed}. Xem lại rồi làm tiếp</source>
   <translation>{number} has just changed: {who} {deed}. Look again, then go on</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} đang chờ đơn vị khác tiếp nhận: chờ hoặc rút lại trước</source>
   <translation>{number} waits for another unit to accept it: wait or recall it first</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{number} đang chờ đơn vị khác tiếp nhận: rút lại trước khi chuyển nơi khác</source>
   <translation>{number} waits for another unit: recall it before forwarding elsewhere</translation>
  </message>
  <message>
   <location filename="../../console/actions/people.py" />
   <source>{number} đang do đơn vị khác thụ lý: tên người bị tố giác, bị hại được che với bạn</source>
   <translation>Another unit is in charge of {number}: the names of accused and victims are covered for you</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} đang mở</source>
   <translation>{number} is open</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>{number} đang mở: kiểm tra sau khi đóng lại</source>
   <translation>{number} is open: review it after it is closed again</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{number} đã bị trả lại {count} lần: trực chỉ huy quyết định nơi xử lý</source>
   <translation>{number} has been returned {count} times: the commanding duty officer decides who handles it</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>{number} đã gộp vào hồ sơ khác: làm ở hồ sơ đó</source>
   <translation>{number} was merged into another case: work there</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>{number} đã đóng: mở lại trước khi làm tiếp</source>
   <translation>{number} is closed: reopen it first</translation>
  </message>
  <message>
   <location filename="../../console/actions/closing.py" />
   <source>{number} đã được đề nghị đóng, đang chờ ký</source>
   <translation>{number} was proposed for closing and waits for a signature</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <source>{reason}</source>
   <translation>{reason}</translation>
  </message>
  <message>
   <location filename="../../console/actions/conflicts.py" />
   <source>{unit} gồm mọi đơn vị: chọn đơn vị cụ thể</source>
   <translation>{unit} takes in every unit: choose a particular one</translation>
  </message>
  <message>
   <location filename="../../console/actions/releasing.py" />
   <source>{unit} không giữ {number}: chuyển trước đã</source>
   <translation>{unit} does not have {number}: hand it over first</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{unit} không nhận hồ sơ trực tiếp</source>
   <translation>{unit} takes no cases directly</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>{unit} ngoài ngành: chuyển bằng văn bản, ghi kết quả khi đóng</source>
   <translation>{unit} is outside the police: forward in writing and note it on closing</translation>
  </message>
  <message>
   <location filename="../../console/actions/reply_checks.py" />
   <source>{what}</source>
   <translation>{what}</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>{what} có ký tự hỏng. Xóa rồi gõ lại</source>
   <translation>{what} has broken characters. Delete and type again</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>{what} dài {length} ký tự, tối đa {limit}</source>
   <translation>{what} has {length} characters, at most {limit}</translation>
  </message>
  <message>
   <location filename="../../console/actions/assigning.py" />
   <source>{who} không trong ca đang trực: chọn người đang trực</source>
   <translation>{who} is not on the running shift: choose somebody who is</translation>
  </message>
  <message>
   <location filename="../../console/actions/perform.py" />
   <source>{who} vừa nhận {number} trước bạn {span}</source>
   <translation>{who} claimed {number} {span} before you</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>{who} đang giữ {number} đến {time}. Muốn làm thì nhận thay, có lý do</source>
   <translation>{who} holds {number} until {time}. To act, take over with a reason</translation>
  </message>
  <message>
   <location filename="../../console/actions/reviewing.py" />
   <source>Ý kiến kiểm tra này dành cho cán bộ khác</source>
   <translation>These findings are for another officer</translation>
  </message>
  <message>
   <location filename="../../console/actions/confiding.py" />
   <source>Điện trực chỉ huy và ghi lại trước khi kết luận {number}</source>
   <translation>Phone the commander and note it before deciding about {number}</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Đây là cán bộ duy nhất đọc và trả lời được tin của công dân: thêm cán bộ trực trước</source>
   <translation>This is the only officer who can read and answer citizens' messages: add a duty officer first</translation>
  </message>
  <message>
   <location filename="../../console/actions/accounts.py" />
   <source>Đây là quản trị duy nhất: giao vai trò quản trị cho người khác trước</source>
   <translation>This is the only administrator: give the role to somebody else first</translation>
  </message>
  <message>
   <location filename="../../console/actions/transfers.py" />
   <source>Đã che tên, số của người báo tin trong lời nhắn</source>
   <translation>The informant's name or number in your message was covered</translation>
  </message>
  <message>
   <location filename="../../console/actions/directing.py" />
   <source>Đã che tên, số của người báo tin trong ý kiến</source>
   <translation>The informant's name and numbers were covered in the instruction</translation>
  </message>
  <message>
   <location filename="../../console/actions/founding.py" />
   <source>Đã có người quản trị: người đó thêm cán bộ khác</source>
   <translation>There is an administrator already, who adds other officers</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Đã có đề nghị y như vậy đang chờ người thứ hai duyệt</source>
   <translation>The very same proposal already waits for a second person</translation>
  </message>
  <message>
   <location filename="../../console/actions/people.py" />
   <source>Đã ghi tên thì không chọn «không có» {role}</source>
   <translation>With a name written, “none” cannot be chosen ({role})</translation>
  </message>
  <message>
   <location filename="../../console/actions/identity.py" />
   <source>Đã hết thời gian xem danh tính. Muốn xem tiếp thì ghi lý do lần nữa</source>
   <translation>The time to see the identity is over. To see it again, give a reason again</translation>
  </message>
  <message>
   <location filename="../../console/actions/guards.py" />
   <source>Đơn vị của bạn chỉ được biết {number}: {unit} xử lý</source>
   <translation>Your unit is only told of {number}: {unit} handles it</translation>
  </message>
  <message>
   <location filename="../../console/actions/sitting.py" />
   <source>Đặt PIN của mình trước (Cài đặt, «Đặt PIN…»), rồi mới cấp được cho người khác</source>
   <translation>Set your own PIN first (Settings, “Set PIN…”), then you can issue PINs to others</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Đề nghị của chính mình thì rút, không phải không duyệt</source>
   <translation>One's own proposal is withdrawn, not declined</translation>
  </message>
  <message>
   <location filename="../../console/actions/retention.py" />
   <source>Đề nghị này đã thực hiện</source>
   <translation>This proposal was carried out already</translation>
  </message>
  <message>
   <location filename="../../console/actions/policies.py" />
   <source>Đề nghị này đã được duyệt, không duyệt hoặc rút rồi</source>
   <translation>This proposal was approved, declined or withdrawn already</translation>
  </message>
  <message>
   <location filename="../../console/actions/files.py" />
   <source>Ảnh bị hỏng nên không gửi: chọn ảnh khác</source>
   <translation>The picture is damaged and was not sent: choose another one</translation>
  </message>
  <message>
   <location filename="../../console/actions/classification.py" />
   <source>Ở {number} vừa có tin khác máy báo khẩn: đọc tin đó trước</source>
   <translation>Another message of {number} was just taken for an emergency: read that one first</translation>
  </message>
 </context>
 <context>
  <name>app</name>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>App ID hoặc địa chỉ callback không dùng được. Chưa lưu gì. Chép lại từ trang của ứng dụng.</source>
   <translation>The app ID or the callback address cannot be used. Nothing was stored. Copy them again from the app's page.</translation>
  </message>
  <message>
   <location filename="../../console/app/workbench.py" />
   <source>Chưa hiện kết quả tìm: không ghi được nhật ký nên không hiện gì. Thử lại, rồi báo quản trị.</source>
   <translation>The results are not shown: the log could not be written, so nothing is shown. Try again, then tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/app/signing_in.py" />
   <source>Chưa kiểm tra được PIN: có lỗi trong chương trình. Dữ liệu vẫn an toàn, báo quản trị.</source>
   <translation>The PIN could not be checked: an error in the program. The data are safe; tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/app/workbench.py" />
   <source>Chưa lưu được quyền mới: kho dữ liệu có lỗi. Thử lại với liên kết mới.</source>
   <translation>The new permission was not stored: the store has an error. Try again with a new link.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Chưa lưu: có lỗi trong chương trình ({name}).</source>
   <translation>Not saved: there is a fault in the program ({name}).</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Chưa nối được: có lỗi trong chương trình ({name}). Dữ liệu đã lưu vẫn an toàn. {again}</source>
   <translation>Not connected: there is a fault in the program ({name}). Stored data are safe. {again}</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Chưa rõ tin trả lời thử đã tới hay chưa</source>
   <translation>Unknown whether the test answer arrived</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Chưa so được với giờ của Zalo. Tự xem giờ máy có đúng không</source>
   <translation>Could not be compared with Zalo's clock. See for yourself whether this machine's clock is right</translation>
  </message>
  <message>
   <location filename="../../console/app/workbench.py" />
   <source>Chưa tìm theo số: không ghi được nhật ký nên không hiện gì. Thử lại, rồi báo quản trị.</source>
   <translation>Numbers were not searched for: the log could not be written, so nothing is shown. Try again, then tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/app/workbench.py" />
   <source>Chưa tìm được: kho dữ liệu đang bận hoặc có lỗi. Tin đã lưu vẫn an toàn.</source>
   <translation>The search failed: the store is busy or has an error. Stored messages are still safe.</translation>
  </message>
  <message>
   <location filename="../../console/app/workbench.py" />
   <source>Chưa xuất được báo cáo: có lỗi trong chương trình. Chưa ghi tệp nào.</source>
   <translation>The report was not written: an error in the program. No file was written.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Chưa đọc được hộp thư</source>
   <translation>The inbox could not be read</translation>
  </message>
  <message>
   <location filename="../../console/app/workbench.py" />
   <source>Chưa đọc được số liệu: kho đang bận hoặc có lỗi. Tin đã lưu vẫn an toàn.</source>
   <translation>The figures could not be read: the store is busy or has an error. Stored messages are still safe.</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Còn trống {amount} MB</source>
   <translation>{amount} MB free</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Có lỗi trong chương trình ({name}). Việc nối vẫn giữ; dữ liệu đã lưu vẫn an toàn.</source>
   <translation>There is a fault in the program ({name}). The connection stays; stored data are safe.</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Khóa của kho nằm dưới PIN; kho khóa của máy giữ một nửa</source>
   <translation>The store's key lies under the PINs; the machine's keyring has one half</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Khóa của kho nằm trong {place} và mở được kho này</source>
   <translation>The store's key lies in {place} and opens this store</translation>
  </message>
  <message>
   <location filename="../../console/app/session.py" />
   <source>Khóa màn hình bàn trực trước khi máy ngủ</source>
   <translation>Lock the duty desk before the machine sleeps</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Không có tin nào mới.</source>
   <translation>Nothing new.</translation>
  </message>
  <message>
   <location filename="../../console/app/starting.py" />
   <source>Không làm được: có lỗi trong chương trình ({name}). Kho cũ còn nguyên.</source>
   <translation>It could not be done: an error in the program ({name}). The old store is untouched.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Không nối được tới Zalo nên chưa gửi gì và chưa lưu gì. Kiểm tra mạng. {again}</source>
   <translation>Zalo cannot be reached, so nothing was sent and nothing stored. Check the network. {again}</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Không tới được {host}. {why}</source>
   <translation>{host} cannot be reached. {why}</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Không đọc được ổ đĩa ({why}). Kiểm tra ổ đĩa rồi thử lại</source>
   <translation>The disk cannot be read ({why}). Check the disk and try again</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Khớp với giờ của Zalo</source>
   <translation>The same as Zalo's clock</translation>
  </message>
  <message>
   <location filename="../../console/app/connecting.py" />
   <source>Liên kết được đồng ý cho trang OA khác nên chưa đổi gì. Đăng nhập đúng trang OA rồi làm lại.</source>
   <translation>The link was approved for another OA, so nothing was changed. Sign in to the right OA and do it again.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Liên kết được đồng ý cho trang OA khác, mà hộp thư của trang {oa} đã đọc vào máy này. Chưa đổi gì. {again}</source>
   <translation>The link was consented to for another OA, but the inbox of {oa} was read into this machine. Nothing was changed. {again}</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Làm lại với liên kết mới ở dưới.</source>
   <translation>Do it again with the new link below.</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Máy chậm {minutes} phút so với Zalo.</source>
   <translation>This machine is {minutes} minutes behind Zalo.</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Máy nhanh {minutes} phút so với Zalo.</source>
   <translation>This machine is {minutes} minutes ahead of Zalo.</translation>
  </message>
  <message>
   <location filename="../../console/app/locking.py" />
   <source>Máy này chưa đặt PIN nên ai nhấn Enter cũng mở được. Đặt PIN trong Cài đặt.</source>
   <translation>No PIN is set on this machine, so anybody opens it with Enter. Set a PIN in the settings.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Máy này không mở được trình duyệt: sao chép liên kết, mở ở nơi khác.</source>
   <translation>This machine cannot open a browser: copy the link and open it elsewhere.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Máy tự gửi khi bắt đầu trực. {why}</source>
   <translation>It goes out by itself when duty begins. {why}</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Máy tự đọc lại hội thoại để xác định, không gửi lần thứ hai.</source>
   <translation>The conversation is read back to find out; nothing is sent a second time.</translation>
  </message>
  <message>
   <location filename="../../console/app/sleeping.py" />
   <source>Máy đã ngủ nên kho đóng, chưa nhận tin mới; tin không mất. Đăng nhập để nhận tiếp.</source>
   <translation>The machine slept, so the store is closed and nothing is received; no message is lost. Sign in to go on.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Mã đồng ý đã hết hạn hoặc đã dùng. Chưa lưu gì. {again}</source>
   <translation>The consent's code is too old or was used. Nothing was stored. {again}</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Mạng đứt giữa chừng, chưa rõ Zalo đã cấp khóa hay chưa. Máy này chưa lưu gì nên làm lại được. {again}</source>
   <translation>The network broke off, so it is unknown whether Zalo gave a key. Nothing was stored here, so it can be done again. {again}</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Nơi giữ khóa không còn khóa của kho này. Dữ liệu còn nguyên; đừng tắt máy, gọi quản trị ngay</source>
   <translation>The place that keeps the key no longer has this store's. The data are whole; leave the machine on and call the administrator now</translation>
  </message>
  <message>
   <location filename="../../console/app/signing_in.py" />
   <source>PIN dùng một lần chỉ để đặt PIN của riêng bạn. Nhập lại và đặt PIN mới để vào.</source>
   <translation>A one-time PIN is only for setting your own. Enter it again and set a new PIN to get in.</translation>
  </message>
  <message>
   <location filename="../../console/app/signing_in.py" />
   <source>Sai PIN quá nhiều lần nên phải chờ. Dữ liệu vẫn an toàn.</source>
   <translation>Too many wrong PINs, so you have to wait. The data are safe.</translation>
  </message>
  <message>
   <location filename="../../console/app/signing_in.py" />
   <source>Sai PIN, thử lại. Sai nhiều lần sẽ phải chờ.</source>
   <translation>Wrong PIN, try again. After several wrong ones you have to wait.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Tin trả lời thử còn chờ gửi</source>
   <translation>The test answer still waits to be sent</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Tin vẫn nhận đủ nhưng hạn sẽ tính sai: cho máy tự chỉnh giờ theo mạng, rồi kiểm tra lại</source>
   <translation>Messages still come in, but deadlines would be wrong: let the machine set its clock by the network, then check again</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Tin đã vào hàng đợi, lưu mã hóa trên máy này.</source>
   <translation>They are in the queue, encrypted on this machine.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Tới lúc {time}. Có thể trả lời thử đúng hội thoại này.</source>
   <translation>It came at {time}. Exactly this conversation may be answered as a test.</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>Tới được {hosts}</source>
   <translation>{hosts} can be reached</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Xem trong Zalo của bạn. Hồ sơ thử nằm trong hàng đợi.</source>
   <translation>Look in your Zalo. The test case lies in the queue.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Zalo chưa được nối: {why} {again}</source>
   <translation>Zalo is not connected: {why} {again}</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Zalo không nhận App ID hoặc địa chỉ callback. Chưa lưu gì. Bấm Quay lại, chép lại từ trang của ứng dụng.</source>
   <translation>Zalo does not take the app ID or the callback address. Nothing was stored. Go back and copy them again from the app's page.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Zalo không nhận khóa bí mật của ứng dụng. Chưa lưu gì. Bấm Quay lại, nhập lại khóa, rồi làm với liên kết mới.</source>
   <translation>Zalo does not take the app's secret. Nothing was stored. Go back, enter it again, then use the new link.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Zalo không nhận tin trả lời thử</source>
   <translation>Zalo does not take the test answer</translation>
  </message>
  <message>
   <location filename="../../console/app/desktop.py" />
   <source>có lỗi trong chương trình, máy tự thử lại</source>
   <translation>an error in the program; it tries again by itself</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>kho khóa của hệ thống</source>
   <translation>the system's keyring</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>tệp khóa chỉ tài khoản này đọc được</source>
   <translation>a key file that only this account can read</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>{one} và {other}</source>
   <translation>{one} and {other}</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>{room}: không đủ để lưu tin. Dọn ổ đĩa rồi kiểm tra lại</source>
   <translation>{room}: not enough to store messages. Clear the disk, then check again</translation>
  </message>
  <message>
   <location filename="../../console/app/machine_check.py" />
   <source>{room}: ít, ảnh và tệp của dân sẽ làm đầy. Nên dọn ổ đĩa sớm</source>
   <translation>{room}: little, citizens' photos and files will fill it. Clear the disk soon</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>{since} Mã nhận được chỉ dùng một lần, trong 10 phút.</source>
   <translation>{since} The code works once, for 10 minutes.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>{zalo} Chưa lưu gì. {again}</source>
   <translation>{zalo} Nothing was stored. {again}</translation>
  </message>
  <message>
   <location filename="../../console/app/connecting.py" />
   <source>{zalo} Quyền đang dùng chưa đổi. Làm lại với liên kết mới.</source>
   <translation>{zalo} The permission in use is unchanged. Do it again with a new link.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>{zalo} Việc nối vẫn giữ; bấm «Đọc lại».</source>
   <translation>{zalo} The connection stays; press «Read again».</translation>
  </message>
  <message>
   <location filename="../../console/app/starting.py" />
   <source>Đang diễn tập: khôi phục bên cạnh, kiểm tra rồi xóa bản thử…</source>
   <translation>Rehearsing: restoring beside the store, checking, then removing the copy…</translation>
  </message>
  <message>
   <location filename="../../console/app/starting.py" />
   <source>Đang khôi phục, đừng tắt máy…</source>
   <translation>Restoring, do not switch off…</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Đã gửi tin trả lời thử lúc {time}</source>
   <translation>Test answer sent at {time}</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Đã mở trình duyệt lúc {time}.</source>
   <translation>Browser opened at {time}.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Đã nối Zalo OA nhưng chưa bắt đầu nhận tin được: {why}. Việc nối vẫn giữ. Đóng và mở lại chương trình.</source>
   <translation>The Zalo OA is connected, but receiving could not begin: {why}. The connection stays. Close the program and open it again.</translation>
  </message>
  <message>
   <location filename="../../console/app/connecting.py" />
   <source>Đã nối lại và đang nhận tin, nhưng nhật ký chưa có việc này. {why} Báo quản trị.</source>
   <translation>Connected again and receiving, but the log does not have it yet. {why} Tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Đã sao chép liên kết lúc {time}.</source>
   <translation>Link copied at {time}.</translation>
  </message>
  <message>
   <location filename="../../console/app/desktop.py" />
   <source>Đã đặt PIN. Đăng nhập bằng PIN mới để máy đổi khóa của kho.</source>
   <translation>PIN set. Sign in with the new PIN so that the store gets another key.</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Đã đọc hộp thư: {count} tin mới</source>
   <translation>Inbox read: {count} new messages</translation>
  </message>
  <message>
   <location filename="../../console/app/first_setup.py" />
   <source>Địa chỉ vừa dán không mang mã đồng ý của liên kết này: quản trị viên chưa đồng ý, hoặc dán nhầm. Chưa lưu gì. {again}</source>
   <translation>The pasted address does not carry the consent of this link: the administrator did not consent, or it is another address. Nothing was stored. {again}</translation>
  </message>
 </context>
 <context>
  <name>cache</name>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Bàn trực đang chạy trên thư mục dữ liệu này rồi. Dữ liệu an toàn. Hãy dùng cửa sổ đang mở, hoặc đóng nó trước khi chạy lệnh này.</source>
   <translation>The duty desk is already running on this data folder. The data are safe. Use the open window, or close it before running this command.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Bản nâng cấp của tệp dữ liệu không khớp với bản cũ nên đã bị bỏ. Dữ liệu cũ còn nguyên. Hãy tiếp tục dùng phiên bản chương trình trước và báo cho người quản trị.</source>
   <translation>The upgraded copy of the data file does not match the old one and was thrown away. The old data are whole. Go on with the earlier version of the program and tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Bản sao lưu này không dùng được: nội dung không khớp với bảng kê của nó. Dữ liệu đang dùng không bị ảnh hưởng. Hãy chọn bản sao lưu khác.</source>
   <translation>This backup cannot be used: its content does not match its list. The data in use are not affected. Choose another backup.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Chưa đổi được khóa của kho: bản chép dưới khóa mới không khớp nên đã bỏ, kho cũ còn nguyên và vẫn mở được. Hãy mở lại; lặp lại thì sao lưu rồi báo quản trị.</source>
   <translation>The key of the store was not changed: the copy under the new key did not match and was thrown away; the old store is whole and still opens. Open it again; if this comes back, make a backup and tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Có khóa nhưng không thấy tệp dữ liệu. Chương trình không tạo tệp trống để tránh che giấu việc mất dữ liệu. Hãy tìm lại tệp, hoặc khôi phục từ bản sao lưu: console restore.</source>
   <translation>There is a key, but the data file is missing. The program makes no empty file, which would hide that data were lost. Find the file, or restore a backup: console restore.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Có tệp dữ liệu nhưng không tìm thấy khóa của nó. Tệp được giữ nguyên; chương trình không tạo khóa mới vì khóa mới không đọc được dữ liệu cũ. Hãy khôi phục kho khóa của hệ điều hành, hoặc dùng --key-file với tệp khóa đã cất giữ.</source>
   <translation>There is a data file, but its key was not found. The file is kept as it is; the program makes no new key, because a new key cannot read old data. Restore the keyring of the operating system, or use --key-file with the key file that was put away.</translation>
  </message>
  <message>
   <location filename="../../console/cache/incident_query.py" />
   <source>Có {count} tin giống, cùng nơi, trong 30 phút</source>
   <translation>Similar reports, same place, within 30 minutes: {count}</translation>
  </message>
  <message>
   <location filename="../../console/cache/handover_query.py" />
   <location filename="../../console/cache/review_query.py" />
   <location filename="../../console/cache/thread_query.py" />
   <source>Hệ thống</source>
   <translation>The system</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Kho dữ liệu gặp lỗi.</source>
   <translation>The store has an error.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Kho dữ liệu hiện tại vẫn mở được và không hỏng, nên chưa thay bằng bản sao lưu. Chưa có gì bị thay đổi. Nếu vẫn muốn thay, hãy thêm --force; tệp hiện tại sẽ được giữ lại bên cạnh.</source>
   <translation>The present store still opens and is sound, so it was not replaced by the backup. Nothing was changed. To replace it all the same add --force; the present file is kept beside it.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Kho dữ liệu đang bị một chương trình khác giữ (có thể là phần mềm diệt vi-rút hoặc sao lưu) nên thao tác chưa được lưu. Dữ liệu đã lưu không bị ảnh hưởng. Hãy thử lại sau ít giây.</source>
   <translation>Another program holds the store (perhaps an antivirus or a backup), so the act was not stored. Stored data are not affected. Try again in a few seconds.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Kho này mở bằng PIN của cán bộ. Chưa có gì bị đọc hay ghi. Ở cửa sổ lệnh hãy thêm --officer SỐ-HIỆU rồi nhập PIN khi được hỏi; trên máy chủ, dùng --key-file với tệp khóa của kho.</source>
   <translation>This store opens with an officer's PIN. Nothing was read or written. On the command line add --officer ID and enter the PIN when asked; on a server use --key-file with the store's key file.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Khóa không mở được tệp dữ liệu: khóa không phải của tệp này, hoặc phần đầu tệp bị hỏng. Tệp được giữ nguyên, không có tệp mới nào được tạo. Hãy dùng đúng khóa (kho khóa của hệ điều hành hoặc --key-file), hoặc khôi phục từ bản sao lưu: console restore.</source>
   <translation>The key does not open the data file: it is not the key of this file, or the beginning of the file is damaged. The file is kept as it is, no new file was made. Use the right key (the keyring of the operating system or --key-file), or restore a backup: console restore.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Không dùng được kho khóa của hệ điều hành (Windows Credential Manager, macOS Keychain, hoặc Secret Service/KWallet trên Linux) nên không lấy được khóa mã hóa; chưa có gì bị đọc hay ghi. Hãy mở khóa kho khóa rồi chạy lại. Trên máy chủ không có kho khóa, hãy dùng --key-file với tệp khóa riêng.</source>
   <translation>The keyring of the operating system cannot be used (Windows Credential Manager, macOS Keychain, or Secret Service/KWallet on Linux), so the key was not had; nothing was read or written. Unlock the keyring and run again. On a server without a keyring use --key-file with a key file of its own.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Không dùng được tệp khóa. Tệp dữ liệu không bị đụng tới. Tệp khóa phải chứa đúng 64 chữ số hệ 16 và chỉ chủ của nó được đọc (chmod 600). Với một kho mới, hãy tạo tệp khóa bằng: console key new TỆP.</source>
   <translation>The key file cannot be used. The data file was not touched. A key file holds exactly 64 hexadecimal digits, and only its owner may read it (chmod 600). For a new store make a key file with: console key new FILE.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Không mở hoặc không ghi được thư mục dữ liệu. Chưa có gì bị thay đổi. Hãy kiểm tra quyền của thư mục này đối với tài khoản đang dùng.</source>
   <translation>The data folder cannot be opened or written. Nothing was changed. Check what the account in use may do in this folder.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Không mở hoặc không ghi được tệp hay thư mục đã chọn. Kho dữ liệu không bị ảnh hưởng. Hãy xem nơi đó có còn không (thẻ nhớ đã rút ra?) và tài khoản đang dùng có quyền không, hoặc chọn nơi khác, rồi làm lại.</source>
   <translation>The chosen file or folder cannot be opened or written. The store is not affected. See whether it is still there (a stick that was pulled out?) and whether the account in use may write to it, or choose another place, then do it again.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Mật khẩu không mở được tệp xuất này: gõ nhầm, là mật khẩu của tệp khác, hoặc đầu tệp bị hỏng. Chưa ghi gì ra đĩa. Hãy hỏi lại người đã xuất và thử lại.</source>
   <translation>The pass phrase does not open this export file: mistyped, that of another file, or the beginning of the file is damaged. Nothing was written to disk. Ask who exported it and try again.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Nơi ghi đã chọn hết chỗ nên chưa ghi được gì ở đó. Kho dữ liệu không bị ảnh hưởng. Hãy giải phóng chỗ trên ổ đĩa hay thẻ nhớ đó, hoặc chọn nơi khác, rồi làm lại.</source>
   <translation>The chosen place is full, so nothing was written there. The store is not affected. Make room on that disk or stick, or choose another place, then do it again.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>PIN này người quản trị cấp để dùng một lần. Chưa mở gì, dữ liệu vẫn an toàn. Hãy đăng nhập và đặt PIN của riêng mình.</source>
   <translation>The administrator gave this PIN for one use. Nothing was opened, the data are safe. Sign in and set a PIN of your own.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Sai PIN quá nhiều lần. Dữ liệu vẫn an toàn, tin vẫn được nhận. Hãy chờ hết thời gian rồi thử lại.</source>
   <translation>Too many wrong PINs. The data are safe, messages are still received. Wait until the time is over, then try again.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Sai PIN, hoặc PIN không đủ điều kiện. Chưa thay đổi gì; dữ liệu vẫn an toàn. Hãy gõ lại.</source>
   <translation>Wrong PIN, or the PIN does not meet the conditions. Nothing was changed; the data are safe. Type it again.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Thư mục dữ liệu nằm trên ổ mạng; ở đó không thể bảo đảm dữ liệu đã lưu là còn. Chưa có gì bị thay đổi. Hãy chọn một thư mục trên ổ đĩa của chính máy này (--profile).</source>
   <translation>The data folder lies on a network share; there it cannot be promised that what was stored is kept. Nothing was changed. Choose a folder on a disk of this machine (--profile).</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Tệp dữ liệu bị hỏng. Chương trình dừng ghi và giữ nguyên tệp để cứu dữ liệu; không có tệp mới nào được tạo. Hãy khôi phục từ bản sao lưu gần nhất: console restore.</source>
   <translation>The data file is damaged. The program stops writing and keeps the file so that data can be saved; no new file was made. Restore the newest backup: console restore.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Tệp dữ liệu do một phiên bản mới hơn của chương trình tạo ra; phiên bản này không được phép sửa nó. Dữ liệu còn nguyên. Hãy cài phiên bản mới hơn của chương trình.</source>
   <translation>A newer version of the program made the data file; this version may not change it. The data are whole. Install the newer version of the program.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Tệp dữ liệu thuộc phiên bản cũ và cần được nâng cấp trước khi dùng. Dữ liệu còn nguyên. Hãy mở chương trình theo cách thông thường để nó tự nâng cấp trên một bản sao.</source>
   <translation>The data file is of an older version and must be upgraded before use. The data are whole. Open the program in the usual way; it upgrades by itself on a copy.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Tệp này không được mã hóa nên chương trình không dùng nó, và không ghi gì vào đó. Hãy kiểm tra lại thư mục dữ liệu (--profile) hoặc khôi phục từ bản sao lưu: console restore.</source>
   <translation>This file is not encrypted, so the program does not use it and writes nothing to it. Check the data folder (--profile) or restore a backup: console restore.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Tệp xuất bị cắt, bị sửa, hoặc không phải tệp xuất của Bàn trực. Không tin được phần nào nên chưa ghi gì ra đĩa. Hãy xin bản khác của tệp và so SHA-256 với người đã xuất.</source>
   <translation>The export file is cut, was changed, or is no export file of the duty desk. No part of it can be trusted, so nothing was written to disk. Ask for another copy of the file and compare its SHA-256 with who exported it.</translation>
  </message>
  <message>
   <location filename="../../console/cache/views.py" />
   <source>cùng vụ</source>
   <translation>same incident</translation>
  </message>
  <message>
   <location filename="../../console/cache/review_query.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>quá hạn</source>
   <translation>overdue</translation>
  </message>
  <message>
   <location filename="../../console/cache/incident_query.py" />
   <source>từ {most} trở lên</source>
   <translation>{most} or more</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>{minutes} phút</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Đã có tệp ở đích; chương trình không ghi đè lên nó. Dữ liệu còn nguyên. Hãy chọn tên khác, hoặc dời tệp cũ đi.</source>
   <translation>There is a file at the target already; the program does not write over it. The data are whole. Choose another name, or move the old file away.</translation>
  </message>
  <message>
   <location filename="../../console/cache/handover_query.py" />
   <source>Đính chính dòng {time}: {words}</source>
   <translation>Correction of the line of {time}: {words}</translation>
  </message>
  <message>
   <location filename="../../console/cache/handover_query.py" />
   <source>Đính chính: {words}</source>
   <translation>Correction: {words}</translation>
  </message>
  <message>
   <location filename="../../console/cache/review_query.py" />
   <source>Đồng hồ</source>
   <translation>Clock</translation>
  </message>
  <message>
   <location filename="../../console/cache/review_query.py" />
   <location filename="../../console/ui/common/chips.py" />
   <source>đúng hạn</source>
   <translation>on time</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Ổ đĩa báo lỗi khi đọc hoặc ghi kho dữ liệu nên thao tác chưa được lưu. Những gì đã báo «Đã lưu» thì vẫn còn. Hãy khởi động lại chương trình; nếu lỗi lặp lại, hãy kiểm tra ổ đĩa và khôi phục từ bản sao lưu.</source>
   <translation>The disk reported an error when the store was read or written, so the act was not stored. What was said to be “stored” is still there. Start the program again; if the error comes back, check the disk and restore a backup.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Ổ đĩa hay thẻ nhớ đã chọn báo lỗi khi đọc hoặc ghi nên chưa ghi được gì ở đó. Kho dữ liệu không bị ảnh hưởng. Hãy thay ổ đĩa hay thẻ nhớ đó, hoặc chọn nơi khác, rồi làm lại.</source>
   <translation>The chosen disk or stick reported an error when it was read or written, so nothing was written there. The store is not affected. Replace that disk or stick, or choose another place, then do it again.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Ổ đĩa đã đầy nên thao tác vừa rồi chưa được lưu. Dữ liệu đã lưu trước đó còn nguyên và vẫn đọc được. Hãy giải phóng dung lượng ổ đĩa rồi làm lại thao tác.</source>
   <translation>The disk is full, so the last act was not stored. What was stored before is whole and can be read. Make room on the disk, then do it again.</translation>
  </message>
  <message>
   <location filename="../../console/cache/errors.py" />
   <source>Ở đây chưa có kho dữ liệu nào, nên không có gì để làm. Chưa tạo và chưa thay đổi gì. Hãy xem lại --profile; kho mới được tạo khi mở chương trình hoặc chạy console connect.</source>
   <translation>There is no store here yet, so there is nothing to do. Nothing was made or changed. Check --profile; a new store is made when the program is opened or by console connect.</translation>
  </message>
 </context>
 <context>
  <name>domain</name>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>(chưa thông báo người báo tin)</source>
   <translation>(the informant has not been told)</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <location filename="../../console/ui/dialogs/people.py" />
   <location filename="../../console/ui/inspector/people.py" />
   <source>Bị hại</source>
   <translation>Victims</translation>
  </message>
  <message>
   <location filename="../../console/domain/queue_filter.py" />
   <source>Bộ lọc có ký tự lạ. Xóa rồi gõ lại.</source>
   <translation>The filter holds an odd character. Delete it and type again.</translation>
  </message>
  <message>
   <location filename="../../console/domain/queue_filter.py" />
   <source>Bộ lọc dài quá {limit} ký tự. Rút gọn rồi thử lại.</source>
   <translation>The filter is longer than {limit} characters. Shorten it and try again.</translation>
  </message>
  <message>
   <location filename="../../console/domain/petition.py" />
   <source>Chuyển cơ quan có thẩm quyền</source>
   <translation>Passed on to the competent body</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge.py" />
   <source>Chưa có hiệu lực: từ {day}</source>
   <translation>Not valid yet: from {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/canned.py" />
   <source>Chưa có nội dung để gửi.</source>
   <translation>There is nothing to send yet.</translation>
  </message>
  <message>
   <location filename="../../console/domain/petition.py" />
   <source>Chưa đúng hình thức tố cáo, không xử lý theo Luật Tố cáo</source>
   <translation>In no form the Law on Denunciations knows, not handled under it</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <source>Chỉ huy đơn vị</source>
   <translation>Head of unit</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <source>Cán bộ kiểm tra</source>
   <translation>Reviewer</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Cán bộ tiếp nhận</source>
   <translation>Receiving officer</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <source>Cán bộ xử lý</source>
   <translation>Handling officer</translation>
  </message>
  <message>
   <location filename="../../console/domain/canned.py" />
   <source>Có ký tự hỏng không gửi được. Xóa rồi gõ lại.</source>
   <translation>A broken character cannot be sent. Delete it and type again.</translation>
  </message>
  <message>
   <location filename="../../console/domain/canned.py" />
   <source>Có lời hứa hoặc kết luận về tội phạm. Xem lại trước khi gửi.</source>
   <translation>It promises something or concludes about a crime. Look again before sending.</translation>
  </message>
  <message>
   <location filename="../../console/domain/queue_filter.py" />
   <source>Có thể là: {choices}</source>
   <translation>It can be: {choices}</translation>
  </message>
  <message>
   <location filename="../../console/domain/canned.py" />
   <source>Dài {length} ký tự, quá {over} so với giới hạn {limit} của Zalo. Rút gọn hoặc chia thành nhiều tin.</source>
   <translation>{length} characters, {over} over Zalo's limit of {limit}. Shorten it or split it into several messages.</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/search/model.py" />
   <source>Ghi chú</source>
   <translation>Note</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <location filename="../../console/ui/law/change_words.py" />
   <source>Gia hạn</source>
   <translation>Extension</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Giờ nhận</source>
   <translation>Taken at</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Hình thức tiếp nhận</source>
   <translation>Way of receipt</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Hạn giải quyết</source>
   <translation>Term for deciding</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge.py" />
   <source>Hết hiệu lực từ sau {day}</source>
   <translation>No longer valid since {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/handover.py" />
   <source>Khóa tủ hồ sơ mật</source>
   <translation>Key of the cabinet for secret files</translation>
  </message>
  <message>
   <location filename="../../console/domain/queue_filter.py" />
   <source>Không có «{word}» trong «{key}:». {choices}</source>
   <translation>No «{word}» in «{key}:». {choices}</translation>
  </message>
  <message>
   <location filename="../../console/domain/queue_filter.py" />
   <source>Không hiểu «{word}». Viết như {keys}</source>
   <translation>«{word}» is not understood. Write as {keys}</translation>
  </message>
  <message>
   <location filename="../../console/domain/crime.py" />
   <source>Không khởi tố vụ án hình sự</source>
   <translation>No prosecution</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <source>Không thể trả lời công dân</source>
   <translation>Citizen cannot be answered</translation>
  </message>
  <message>
   <location filename="../../console/domain/petition.py" />
   <source>Không thụ lý</source>
   <translation>Not taken up</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <source>Không tiếp nhận</source>
   <translation>Not accepted</translation>
  </message>
  <message>
   <location filename="../../console/domain/canned.py" />
   <source>Không yêu cầu người dân gửi ảnh giấy tờ qua Zalo.</source>
   <translation>Do not ask citizens to send pictures of their papers over Zalo.</translation>
  </message>
  <message>
   <location filename="../../console/domain/crime.py" />
   <source>Khởi tố vụ án hình sự</source>
   <translation>Prosecution opened</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Kết quả giải quyết</source>
   <translation>Decision</translation>
  </message>
  <message>
   <location filename="../../console/domain/handover.py" />
   <source>Máy trực</source>
   <translation>Duty machine</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <source>Ngoài thẩm quyền, đã hướng dẫn</source>
   <translation>Outside competence, citizen guided</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Ngày giờ tiếp nhận</source>
   <translation>Received on</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Ngày thông báo người báo tin</source>
   <translation>Informant told on</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Người bị tố giác</source>
   <translation>Accused</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <location filename="../../console/ui/shift/paper.py" />
   <source>Người nhận</source>
   <translation>Taker</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Người tố giác, báo tin</source>
   <translation>Informant</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Người được phân công</source>
   <translation>Officer assigned</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Nội dung tóm tắt</source>
   <translation>Summary</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Phân loại ban đầu</source>
   <translation>First classification</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <source>Quản trị hệ thống</source>
   <translation>System administrator</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Số tiếp nhận</source>
   <translation>Register number</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Số, ngày phiếu chuyển</source>
   <translation>Number and day of the transfer slip</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Số, ngày thông báo VKS</source>
   <translation>Notice to the procuracy</translation>
  </message>
  <message>
   <location filename="../../console/domain/handover.py" />
   <location filename="../../console/ui/shift/book.py" />
   <source>Sổ trực ban</source>
   <translation>Duty book</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <source>Thanh tra</source>
   <translation>Inspectorate</translation>
  </message>
  <message>
   <location filename="../../console/domain/queue_filter.py" />
   <source>Thiếu giá trị sau «{key}:». {choices}</source>
   <translation>A value is missing after «{key}:». {choices}</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <source>Thư rác, tin thử</source>
   <translation>Spam or test</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Thời gian xảy ra</source>
   <translation>Time of the deed</translation>
  </message>
  <message>
   <location filename="../../console/domain/petition.py" />
   <location filename="../../console/ui/inspector/register.py" />
   <source>Thụ lý</source>
   <translation>Taken up</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <source>Trùng vụ việc khác</source>
   <translation>Duplicate of another matter</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>Trực ban Công an tỉnh</source>
   <translation>Provincial duty desk</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <source>Trực ban tỉnh</source>
   <translation>Provincial duty officer</translation>
  </message>
  <message>
   <location filename="../../console/domain/organisation.py" />
   <source>Trực ban tỉnh phân lại</source>
   <translation>the provincial desk assigns it anew</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <source>Trực ban đơn vị</source>
   <translation>Unit duty officer</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Trực chỉ huy</source>
   <translation>Commander on duty</translation>
  </message>
  <message>
   <location filename="../../console/domain/officer.py" />
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Trực lãnh đạo</source>
   <translation>Leader on duty</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Tài liệu, đồ vật kèm theo</source>
   <translation>Documents, things enclosed</translation>
  </message>
  <message>
   <location filename="../../console/domain/crime.py" />
   <source>Tạm đình chỉ giải quyết</source>
   <translation>Suspended</translation>
  </message>
  <message>
   <location filename="../../console/domain/queue_filter.py" />
   <source>Viết như số:01482</source>
   <translation>Write as number:01482</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <source>Xác minh không có cơ sở</source>
   <translation>Verified, unfounded</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>Zalo xác nhận đã nhận trả lời</source>
   <translation>Zalo confirmed the reply</translation>
  </message>
  <message>
   <location filename="../../console/domain/confidentiality.py" />
   <source>[tệp đã khóa: hình ảnh xâm hại trẻ em; không xem, không tải, không chuyển]</source>
   <translation>[file locked: pictures of child abuse; not looked at, not fetched, not handed on]</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bàn giao</source>
   <translation>handed over</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bàn giao ca</source>
   <translation>handed the shift over</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bàn trực</source>
   <translation>the duty desk</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>báo đã làm theo ý kiến chỉ đạo: {words}</source>
   <translation>reported what was done on the instruction: {words}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>báo để biết {units}</source>
   <translation>informed {units}</translation>
  </message>
  <message>
   <location filename="../../console/domain/catalog_load.py" />
   <source>bản cũ phải có ngày hết hiệu lực</source>
   <translation>a former version needs the day it ended</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>bản này chỉ đọc version {version}</source>
   <translation>this program reads version {version} only</translation>
  </message>
  <message>
   <location filename="../../console/domain/catalog_load.py" />
   <source>bản đang dùng của {code} phải có hiệu lực sau {day}</source>
   <translation>the version of {code} in force must begin after {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/people.py" />
   <source>bị hại</source>
   <translation>victim</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bị trả lại nhiều lần</source>
   <translation>returned several times</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bỏ dấu liên quan cán bộ, chiến sĩ</source>
   <translation>removed the mark of a matter about officers</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>bỏ phân công</source>
   <translation>took the assignment back</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>bỏ phần đã ghi về {role}</source>
   <translation>took back what was recorded: {role}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>bỏ thời gian xảy ra</source>
   <translation>took the time of the deed back</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bỏ yêu cầu liên hệ: {code}</source>
   <translation>removed the contact wish: {code}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bỏ {verb} {previous}</source>
   <translation>took back: {verb} {previous}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bỏ địa bàn</source>
   <translation>removed the area</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>bốc thăm kiểm tra: không trúng</source>
   <translation>review draw: not drawn</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>cho {code} chạy tiếp</source>
   <translation>resumed {code}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>cho ý kiến chỉ đạo: {words}</source>
   <translation>gave an instruction: {words}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chuyển trả lời cho Zalo</source>
   <translation>passed the reply to Zalo</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chuyển từ {from_name} sang {to_unit} do sắp xếp tổ chức</source>
   <translation>moved from {from_name} to {to_unit} by the reorganisation</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chuyển {to_unit}</source>
   <translation>transferred to {to_unit}</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>chuyển {to_unit} {time}</source>
   <translation>to {to_unit} {time}</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>chuỗi</source>
   <translation>a text</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>chuỗi rỗng</source>
   <translation>an empty text</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>chép mục «{field}» để nhập phần mềm tin báo</source>
   <translation>copied the field «{field}» for the national software</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chép nửa khóa ra tệp để cất két</source>
   <translation>copied half of the key to a file for the safe</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chép {count} ký tự của hội thoại</source>
   <translation>copied {count} characters of the conversation</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chăm sóc lại sau khảo sát</source>
   <translation>followed up after the survey</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chưa phải trả lời</source>
   <translation>not an answer</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chưa rõ trả lời đã tới công dân hay chưa</source>
   <translation>not known whether the reply arrived</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>chỉ huy trực</source>
   <translation>commander on duty</translation>
  </message>
  <message>
   <location filename="../../console/domain/duplicates.py" />
   <source>cách {km} km</source>
   <translation>{km} km apart</translation>
  </message>
  <message>
   <location filename="../../console/domain/duplicates.py" />
   <source>cách {minutes} phút</source>
   <translation>{minutes} minutes apart</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>có ký tự không in được</source>
   <translation>holds a character that cannot be printed</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>có {count} tin gửi bằng OA ngoài hệ thống</source>
   <translation>{count} messages were sent by the OA outside the system</translation>
  </message>
  <message>
   <location filename="../../console/domain/duplicates.py" />
   <source>cùng nơi</source>
   <translation>same place</translation>
  </message>
  <message>
   <location filename="../../console/domain/duplicates.py" />
   <source>cùng từ: {words}</source>
   <translation>same words: {words}</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>cả mục dài quá {limit} ký tự của một tin Zalo</source>
   <translation>the whole entry is longer than the {limit} characters of a Zalo message</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>cấp PIN dùng một lần</source>
   <translation>issued a one-time PIN</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>cấp bậc</source>
   <translation>rank</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>cấp số {number}</source>
   <translation>gave number {number}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>cần chăm sóc lại</source>
   <translation>needs follow-up</translation>
  </message>
  <message>
   <location filename="../../console/domain/catalog_load.py" />
   <source>cần days hoặc months</source>
   <translation>days or months is needed</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>cần số điện thoại, liên kết hoặc địa chỉ</source>
   <translation>needs a phone number, a link or an address</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>cần số, gặp {found}</source>
   <translation>a number is needed, found {found}</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>cần từ 1 đến {most} mục</source>
   <translation>1 to {most} entries are needed</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>cần {name}</source>
   <translation>{name} is needed</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>cần {name}, gặp thiếu</source>
   <translation>{name} is needed, found nothing</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>cần {name}, gặp {found}</source>
   <translation>{name} is needed, found {found}</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>danh sách</source>
   <translation>a list</translation>
  </message>
  <message>
   <location filename="../../console/domain/catalog_load.py" />
   <source>duration và unit phải cùng có hoặc cùng để trống</source>
   <translation>duration and unit must both be given or both be empty</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>duyệt cho xem danh tính</source>
   <translation>allowed the identity to be seen</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>duyệt gia hạn theo {document}</source>
   <translation>approved the extension by {document}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>duyệt xóa nội dung hết thời gian lưu giữ</source>
   <translation>approved erasing contents past retention</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>dài quá {limit} ký tự</source>
   <translation>is longer than {limit} characters</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>dòng {line}, cột {column}: không phải JSON</source>
   <translation>line {line}, column {column}: no JSON</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>dấu {open} hoặc {close} lẻ; ô trống viết {slot}, chữ thường không dấu</source>
   <translation>a lone {open} or {close}; a slot is written {slot}, in small letters without accents</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi chú nội bộ</source>
   <translation>wrote an internal note</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi nguồn tin gửi ngoài hệ thống: {name}, {answered}</source>
   <translation>recorded who sent outside the system: {name}, {answered}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi nhận khảo sát {score}/5</source>
   <translation>recorded survey {score}/5</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi nhận tin gửi ngoài hệ thống</source>
   <translation>recorded a message sent outside the system</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi nhận tin mới</source>
   <translation>recorded a new message</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi nhận tin mới, mở lại hồ sơ</source>
   <translation>recorded a new message, reopened the case</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi nhận tin đã bị thu hồi trên Zalo</source>
   <translation>recorded that a message was recalled on Zalo</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>ghi phiếu chuyển số {document}, ngày {day}</source>
   <translation>recorded transfer slip no. {document} of {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>ghi quyết định của Cơ quan điều tra: {decision}, số {document}, ngày {day}</source>
   <translation>recorded the decision of the investigation body: {decision}, no. {document} of {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi sổ trực</source>
   <translation>wrote in the duty book</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>ghi thông báo Viện kiểm sát số {document}, ngày {day}</source>
   <translation>recorded the notice to the procuracy no. {document} of {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>ghi thông báo kết quả cho người báo tin số {document}, ngày {day}</source>
   <translation>recorded that the informant was told the result, no. {document} of {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>ghi thời gian xảy ra: {words}</source>
   <translation>wrote the time of the deed: {words}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi tình hình chung cho ca sau</source>
   <translation>noted the general situation for the next shift</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi việc ca sau phải làm</source>
   <translation>noted what the next shift must do</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>ghi văn bản giải quyết đơn số {document}, ngày {day}</source>
   <translation>recorded the paper that settled it, no. {document} of {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>ghi văn bản, vì mức tin cậy là «theo văn bản»</source>
   <translation>name the legal text, for the trust says «from a legal text»</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>ghi xử lý đơn: {handling} ({citation})</source>
   <translation>recorded what was made of the petition: {handling} ({citation})</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ghi yêu cầu liên hệ: {code}</source>
   <translation>recorded a contact wish: {code}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>ghi {role}: chưa rõ</source>
   <translation>recorded {role}: not known</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>ghi {role}: không có</source>
   <translation>recorded {role}: none</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>ghi {role}: {count} người</source>
   <translation>recorded {role}: {count} people</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>ghi {role}: {count} người, còn người chưa rõ</source>
   <translation>recorded {role}: {count} people, and others not known</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>ghi đã nhập phần mềm tin báo lúc {time} ngày {day}, số {document}</source>
   <translation>noted the entry into the national software at {time} on {day}, number {document}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>giao hồ sơ cho {to_officer}</source>
   <translation>gave the case to {to_officer}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>giao máy cho cán bộ khác</source>
   <translation>left the desk to another officer</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>giao vai trò {role}</source>
   <translation>gave the role {role}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>giải trình</source>
   <translation>explained</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>giữ bản {file} đang dùng trong sổ</source>
   <translation>kept the version of {file} in force in the log</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gắn nhãn {tag}</source>
   <translation>added the label {tag}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gắn vào cùng vụ với hồ sơ khác</source>
   <translation>linked to the same incident as other cases</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>gọi Trực ban tỉnh</source>
   <translation>called the provincial desk</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>gọi bàn trực</source>
   <translation>called the duty desk</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>gọi chỉ huy</source>
   <translation>called the commander</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gọi {rung}: {why}</source>
   <translation>called {rung}: {why}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gộp vào {into_number}</source>
   <translation>merged into {into_number}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gỡ khỏi vụ chung</source>
   <translation>unlinked from the incident</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gỡ nhãn {tag}</source>
   <translation>removed the label {tag}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gửi khảo sát hài lòng</source>
   <translation>sent the satisfaction survey</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gửi kèm cho {units}: {covered} bản che, {whole} tệp nguyên, {withheld} tệp không gửi</source>
   <translation>sent along to {units}: {covered} covered copies, {whole} files whole, {withheld} files not sent</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>gửi trả lời</source>
   <translation>sent a reply</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>hướng dẫn công dân tới {value}</source>
   <translation>guided the citizen to {value}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>họ tên</source>
   <translation>name</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>hỏi lại một dòng bàn giao</source>
   <translation>asked back about a handover line</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>hủy PIN và khóa của cán bộ ở máy này</source>
   <translation>removed the officer's PIN and key on this machine</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>hủy trả lời trước khi gửi</source>
   <translation>cancelled a reply before it was sent</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>khóa màn hình</source>
   <translation>locked the screen</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>khôi phục mục thư viện {what} về bản {restores}</source>
   <translation>restored library entry {what} to version {restores}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không ai nhận là đã gửi</source>
   <translation>nobody says to have sent it</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không bàn giao</source>
   <translation>not handed over</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>không có trường này</source>
   <translation>there is no such field</translation>
  </message>
  <message>
   <location filename="../../console/domain/organisation.py" />
   <source>không có đơn vị kế tiếp trong dữ liệu</source>
   <translation>no successor in the data</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không duyệt cho xem danh tính</source>
   <translation>did not allow the identity to be seen</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không duyệt gia hạn</source>
   <translation>did not approve the extension</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không duyệt đóng hồ sơ</source>
   <translation>did not approve the closing</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không duyệt đổi quy định luật định</source>
   <translation>declined a change of statutory rules</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không gửi khảo sát</source>
   <translation>did not send the survey</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không gửi được trả lời</source>
   <translation>the reply could not be sent</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>không phải JSON</source>
   <translation>no JSON</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>không phải UTF-8 (byte thứ {at})</source>
   <translation>no UTF-8 (byte {at})</translation>
  </message>
  <message>
   <location filename="../../console/domain/organisation.py" />
   <source>không rõ xã, phường</source>
   <translation>commune or ward not known</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không trả lời còn thức, lần {missed}</source>
   <translation>did not answer the wake check, time {missed}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>không tải được tệp đính kèm</source>
   <translation>the attachment could not be fetched</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>không được để trống</source>
   <translation>must not be empty</translation>
  </message>
  <message>
   <location filename="../../console/domain/review.py" />
   <source>kiểm tra: cần sửa</source>
   <translation>review: needs correction</translation>
  </message>
  <message>
   <location filename="../../console/domain/review.py" />
   <source>kiểm tra: mở lại</source>
   <translation>review: reopened</translation>
  </message>
  <message>
   <location filename="../../console/domain/review.py" />
   <source>kiểm tra: đạt</source>
   <translation>review: passed</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ký biên bản giao ca ({part})</source>
   <translation>signed the handover record ({part})</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>làm bản che của một tệp, {boxes} chỗ</source>
   <translation>made a covered copy of a file, {boxes} places</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>lưu tệp đính kèm</source>
   <translation>stored an attachment</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>lấy số bốc thăm kiểm tra tháng {period}</source>
   <translation>drew the review seed of month {period}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>lập vụ {category}</source>
   <translation>opened the incident {category}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>lệnh giữ hồ sơ</source>
   <translation>ordered the case kept</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>lớn hơn {size} MB</source>
   <translation>larger than {size} MB</translation>
  </message>
  <message>
   <location filename="../../console/domain/confidentiality.py" />
   <source>lời kể được giữ kín: mở hồ sơ để đọc</source>
   <translation>the account is kept secret: open the case to read it</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>màn hình khóa theo hệ điều hành</source>
   <translation>the screen was locked by the system</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>màn hình tự khóa khi không thao tác</source>
   <translation>the screen locked itself when idle</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>màn hình tự khóa khi máy ngủ</source>
   <translation>the screen locked itself when the machine slept</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>mã gồm chữ hoa không dấu, số, «-», «_», tối đa 40 ký tự</source>
   <translation>the code has capitals without accents, digits, «-», «_», at most 40 characters</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>mỗi giấy tờ một dòng, tối đa 40 dòng, mỗi dòng tối đa 300 ký tự</source>
   <translation>one paper a line, at most 40 lines of at most 300 characters</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>mở báo cáo khẩn, chưa chọn loại việc</source>
   <translation>opened an urgent report, kind not chosen yet</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>mở báo cáo khẩn: {kind_code}</source>
   <translation>opened an urgent report: {kind_code}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>mở khóa màn hình</source>
   <translation>unlocked the screen</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>mở lại tài khoản cán bộ</source>
   <translation>enabled the officer's account again</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>mở xem hồ sơ</source>
   <translation>opened the case</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>mục {name} bị lặp</source>
   <translation>entry {name} is there twice</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>ngăn phải là một trong: {names}</source>
   <translation>the shelf must be one of: {names}</translation>
  </message>
  <message>
   <location filename="../../console/domain/people.py" />
   <source>người bị tố giác</source>
   <translation>accused</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>người giao</source>
   <translation>giver</translation>
  </message>
  <message>
   <location filename="../../console/domain/organisation.py" />
   <source>người giữ thuộc đơn vị giải thể</source>
   <translation>its holder belongs to a closed unit</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>người nhận</source>
   <translation>taker</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>ngừng tài khoản cán bộ</source>
   <translation>disabled the officer's account</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhận bàn giao, vắng người giao</source>
   <translation>took over with the giver absent</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhận ca, {officers} cán bộ trực</source>
   <translation>began the shift, {officers} officers on duty</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhận gộp {from_number}</source>
   <translation>took in {from_number}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhận máy từ cán bộ khác</source>
   <translation>took the desk from another officer</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhận một dòng bàn giao</source>
   <translation>accepted a handover line</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhận thay hồ sơ đang có người giữ</source>
   <translation>took over a case somebody held</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhận {messages} tin tách từ hồ sơ khác</source>
   <translation>took in {messages} messages split from another case</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhập cán bộ {name}</source>
   <translation>entered officer {name}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nhắc {code}: còn {days} ngày</source>
   <translation>reminder of {code}: {days} days left</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>nơi nhận</source>
   <translation>receiver</translation>
  </message>
  <message>
   <location filename="../../console/domain/organisation.py" />
   <source>nơi xảy ra</source>
   <translation>where it happened</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>nối với trang OA {oa_id} bằng ứng dụng {app_id}</source>
   <translation>connected the OA {oa_id} with the app {app_id}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>phân công {name} giải quyết</source>
   <translation>made {name} answerable for it</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>phải là một trong: {names}</source>
   <translation>must be one of: {names}</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>phải là số điện thoại, hoặc {name} khi chưa có số</source>
   <translation>must be a phone number, or {name} while there is none</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>rút ý kiến chỉ đạo vừa ghi</source>
   <translation>withdrew the instruction just given</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>rút đề nghị đóng hồ sơ</source>
   <translation>withdrew the proposal to close</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>rút đề nghị đổi quy định luật định</source>
   <translation>withdrew a proposal to change statutory rules</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>sau {wrong} lần sai</source>
   <translation>after {wrong} wrong tries</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>soạn trả lời chờ duyệt</source>
   <translation>wrote a reply that waits for approval</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>sắp xếp tổ chức {from_tree} → {to_tree}, chuyển {moved} hồ sơ</source>
   <translation>reorganisation {from_tree} → {to_tree}, moved {moved} cases</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>số nguyên</source>
   <translation>a whole number</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>số {document}</source>
   <translation>number {document}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>sửa kết luận kiểm tra: {words}</source>
   <translation>corrected the review verdict: {words}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>sửa lời và duyệt trả lời</source>
   <translation>edited and approved the reply</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>sửa mục thư viện {what}</source>
   <translation>edited library entry {what}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>sửa {field} của cán bộ thành {after}</source>
   <translation>changed the officer's {field} to {after}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thay {file}, đổi {touched} thời hạn</source>
   <translation>replaced {file}, changed {touched} deadlines</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thoát</source>
   <translation>signed out</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thoát khi chương trình dừng đột ngột, ghi ở lần mở sau</source>
   <translation>signed out when the program stopped suddenly, recorded at the next start</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thu hồi hồ sơ đã chuyển</source>
   <translation>recalled the transferred case</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>thu hồi {time}</source>
   <translation>recalled {time}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thu vai trò {role}</source>
   <translation>took the role {role}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thêm {officer} vào ca trực</source>
   <translation>added {officer} to the shift</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thôi giữ hồ sơ</source>
   <translation>lifted the order to keep the case</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thấy dấu hiệu khẩn cấp trong tin vừa đến</source>
   <translation>saw signs of an emergency in the message that just came</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>thấy lời kể ở hàng đợi của {count} hồ sơ</source>
   <translation>saw the accounts of {count} cases in the queue</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tin khẩn chưa ai nhận</source>
   <translation>an urgent case nobody took</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tin tự động của trang OA</source>
   <translation>automatic message of the OA</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tiếp thu ý kiến kiểm tra</source>
   <translation>acknowledged the review</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tiếp tục giữ hồ sơ</source>
   <translation>went on holding the case</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>trước ngày bắt đầu hiệu lực</source>
   <translation>before the day it begins</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>trả hồ sơ về bên chuyển vì quá giờ tiếp nhận</source>
   <translation>returned the case to the sender: not accepted in time</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>trả hồ sơ về hàng đợi</source>
   <translation>gave the case back to the queue</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>trả lại hồ sơ</source>
   <translation>returned the case</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>trực chỉ huy</source>
   <translation>the commander on duty</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tách {messages} tin thành hồ sơ khác</source>
   <translation>split {messages} messages into another case</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tìm theo số {masked}</source>
   <translation>searched for number {masked}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tính lại thời hạn, giữ {clocks} thời hạn cũ trong nhật ký</source>
   <translation>recalculated the deadlines, kept {clocks} old ones in the log</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tạm dừng {code}</source>
   <translation>paused {code}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>tự gửi</source>
   <translation>sent it himself</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>việc mà phiên bản này chưa biết ({kind})</source>
   <translation>something this version does not know ({kind})</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>xem các mục để nhập phần mềm tin báo</source>
   <translation>looked at the fields for the national software</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_people.py" />
   <source>xem tên người bị tố giác, bị hại</source>
   <translation>looked at the names of accused and victims</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xem đoạn tìm thấy trong {count} hồ sơ</source>
   <translation>saw places found in {count} cases</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xin xem danh tính công dân</source>
   <translation>asked to see the citizen's identity</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xuất báo cáo {report} ({format}, {lines} dòng)</source>
   <translation>exported the report {report} ({format}, {lines} lines)</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xuất {what}</source>
   <translation>exported {what}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xác nhận còn thức</source>
   <translation>confirmed being awake</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xác nhận trả lời chưa tới</source>
   <translation>confirmed that the reply did not arrive</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xác nhận trả lời đã tới</source>
   <translation>confirmed that the reply arrived</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xác nhận {count} tin gửi ngoài hệ thống</source>
   <translation>confirmed {count} messages sent outside the system</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xác định không có bí mật nhà nước</source>
   <translation>found no state secret</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>xóa nội dung hết thời gian lưu giữ, giữ số liệu</source>
   <translation>erased the contents past retention, kept the figures</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>{code} bị lặp (đã có ở {place})</source>
   <translation>{code} is there twice (already at {place})</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>{code} không có trong {name}</source>
   <translation>{code} is not in {name}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words_register.py" />
   <source>{handling}, số {document}, ngày {day}</source>
   <translation>{handling}, no. {document} of {day}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>{now} (trước là {previous})</source>
   <translation>{now} (before: {previous})</translation>
  </message>
  <message>
   <location filename="../../console/domain/catalog_load.py" />
   <source>{text} không phải loại, mức ưu tiên hay nhãn nào</source>
   <translation>{text} is no category, priority or tag</translation>
  </message>
  <message>
   <location filename="../../console/domain/catalog_load.py" />
   <source>{text} không phải mốc bắt đầu nào</source>
   <translation>{text} is no event a limit starts at</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>{text} không phải ngày YYYY-MM-DD</source>
   <translation>{text} is no day as YYYY-MM-DD</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>{to_unit} nhận {time}</source>
   <translation>{to_unit} accepted {time}</translation>
  </message>
  <message>
   <location filename="../../console/domain/catalog_load.py" />
   <source>{until} trước valid_from {since}</source>
   <translation>{until} is before valid_from {since}</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>{who}quá giờ {time}</source>
   <translation>{who}timed out {time}</translation>
  </message>
  <message>
   <location filename="../../console/domain/trail.py" />
   <source>{who}trả {time}</source>
   <translation>{who}returned {time}</translation>
  </message>
  <message>
   <location filename="../../console/domain/knowledge_check.py" />
   <source>«{value}» không phải ngày năm-tháng-ngày</source>
   <translation>«{value}» is no day as year-month-day</translation>
  </message>
  <message>
   <location filename="../../console/domain/canned.py" />
   <source>Ô trống {slot} chưa điền. Điền hoặc xóa rồi mới gửi.</source>
   <translation>The slot {slot} is not filled in. Fill it in or delete it before sending.</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Ý kiến chỉ đạo</source>
   <translation>Instruction</translation>
  </message>
  <message>
   <location filename="../../console/domain/handover.py" />
   <source>Điện thoại trực</source>
   <translation>Duty telephone</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <source>Đã chuyển cơ quan giải quyết</source>
   <translation>Handed to the competent body</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <source>Đã giải quyết xong</source>
   <translation>Resolved</translation>
  </message>
  <message>
   <location filename="../../console/domain/case.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Đã trả lời</source>
   <translation>Answered</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Đơn vị nhận chuyển</source>
   <translation>Unit handed to</translation>
  </message>
  <message>
   <location filename="../../console/domain/national.py" />
   <source>Địa điểm xảy ra</source>
   <translation>Place of the deed</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đánh dấu liên quan cán bộ, chiến sĩ</source>
   <translation>marked as a matter about officers</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã báo cáo bằng văn bản</source>
   <translation>reported in writing</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã báo cáo tiếp</source>
   <translation>reported further</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã báo ngay Cơ quan điều tra</source>
   <translation>told the investigation body at once</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã chuyển theo kênh bảo mật</source>
   <translation>moved through the secure channel</translation>
  </message>
  <message>
   <location filename="../../console/domain/confidentiality.py" />
   <source>đã khóa: nghi có bí mật nhà nước, điện trực chỉ huy</source>
   <translation>locked: suspected state secret, phone the commander on duty</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã làm {step}</source>
   <translation>did {step}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã trả lời công dân</source>
   <translation>the citizen was answered</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã xem kết quả đề nghị đổi quy định</source>
   <translation>read what became of a proposal to change the rules</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã xem tin máy báo khẩn: không khẩn cấp</source>
   <translation>read what the program took for an emergency: it is none</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã xóa nội dung {cases} hồ sơ, {bodies} mục; để lại {skipped}</source>
   <translation>erased the contents of {cases} cases, {bodies} entries; left {skipped}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã điện</source>
   <translation>phoned</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã điện {to_whom} về nghi có bí mật nhà nước</source>
   <translation>phoned {to_whom} about a suspected state secret</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đã đọc trả lời cho đề nghị của mình</source>
   <translation>read the answer to own request</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đính chính sổ trực</source>
   <translation>corrected the duty book</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đóng chương trình</source>
   <translation>closed the program</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đóng hồ sơ – {outcome}</source>
   <translation>closed the case – {outcome}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đăng nhập</source>
   <translation>signed in</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đơn vị</source>
   <translation>unit</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đơn vị chưa tiếp nhận tin khẩn</source>
   <translation>a unit has not accepted an urgent case</translation>
  </message>
  <message>
   <location filename="../../console/domain/organisation.py" />
   <source>đơn vị kế tiếp duy nhất</source>
   <translation>the only successor</translation>
  </message>
  <message>
   <location filename="../../console/domain/organisation.py" />
   <source>đơn vị nhận đang chờ đã giải thể</source>
   <translation>the receiving unit was closed</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đưa hồ sơ trở lại hàng đợi</source>
   <translation>put the case back into the queue</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đưa vào danh sách kiểm tra</source>
   <translation>put on the review list</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đặt PIN</source>
   <translation>set a PIN</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đặt địa bàn {district}</source>
   <translation>set the area {district}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đề nghị gia hạn {code}</source>
   <translation>asked for an extension of {code}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đề nghị xóa nội dung {cases} hồ sơ</source>
   <translation>proposed erasing the contents of {cases} cases</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đề nghị đóng – {outcome}</source>
   <translation>proposed closing – {outcome}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đề nghị đổi quy định luật định trong {file}</source>
   <translation>proposed a change of statutory rules in {file}</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đối chiếu hội thoại: thấy {matches} tin trùng</source>
   <translation>reconciled with the conversation: {matches} matching messages</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đối chiếu: Zalo đã có trả lời</source>
   <translation>reconciled: Zalo has the reply</translation>
  </message>
  <message>
   <location filename="../../console/domain/jsonread.py" />
   <source>đối tượng</source>
   <translation>an object</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đồng chí khác gửi</source>
   <translation>a colleague sent it</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đồng hồ máy bị lùi {to_at} giây</source>
   <translation>the machine's clock was set back by {to_at} seconds</translation>
  </message>
  <message>
   <location filename="../../console/domain/words.py" />
   <source>đổi quyền của vai trò {role}</source>
   <translation>changed the rights of the role {role}</translation>
  </message>
 </context>
 <context>
  <name>runtime</name>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Biểu tượng</source>
   <translation>Icon</translation>
  </message>
  <message>
   <location filename="../../console/runtime/setting_kinds.py" />
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/desk/alarms.py" />
   <location filename="../../console/ui/desk/badge.py" />
   <location filename="../../console/ui/desk/shell.py" />
   <source>Bàn trực</source>
   <translation>Duty desk</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Chuyển động</source>
   <translation>Motion</translation>
  </message>
  <message>
   <location filename="../../console/runtime/setting_kinds.py" />
   <source>Chuông báo</source>
   <translation>Alarm</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Cây đơn vị</source>
   <translation>Tree of units</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Có cấp huyện (đến 2025)</source>
   <translation>With districts (until 2025)</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Cỡ chữ và nút</source>
   <translation>Size of text and buttons</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Giảm chuyển động</source>
   <translation>Reduce motion</translation>
  </message>
  <message>
   <location filename="../../console/runtime/setting_kinds.py" />
   <source>Hiển thị</source>
   <translation>Display</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Hồ sơ cũ giữ tên đơn vị lúc nó được ghi.</source>
   <translation>Old cases keep the unit names they were recorded with.</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Ngôn ngữ</source>
   <translation>Language</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Nháy ở thanh tác vụ</source>
   <translation>Flash in the task bar</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Nền</source>
   <translation>Background</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Sáng</source>
   <translation>Light</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Số tin khẩn chưa ai nhận ở biểu tượng chương trình</source>
   <translation>Number of urgent cases nobody took, at the program's icon</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Thanh tác vụ</source>
   <translation>Task bar</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Theo hệ thống</source>
   <translation>Follow the system</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Thông báo</source>
   <translation>Notices</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Thông báo của hệ điều hành</source>
   <translation>Notices of the operating system</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Tin khẩn chưa ai nhận và ca trực không ai trả lời luôn có chuông, nháy và thông báo, dù tắt ở đây.</source>
   <translation>An urgent case nobody took, and a desk that does not answer, always ring, flash and show a notice, even if switched off here.</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Tin khẩn không nhỏ hơn mức sàn: 40 % ban ngày, 60 % từ 22 giờ đến 5 giờ; chưa ai nhận sau 1 phút thì 70 %, ban đêm 90 %.</source>
   <translation>Urgent cases never fall below their floor: 40 % by day, 60 % from 22:00 to 05:00; unclaimed after 1 minute 70 %, at night 90 %.</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Tiếng Anh</source>
   <translation>English</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Tiếng Việt</source>
   <translation>Vietnamese</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Tỉnh và xã (từ 2025)</source>
   <translation>Province and communes (from 2025)</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Tối</source>
   <translation>Dark</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Tối từ 19 giờ đến 6 giờ</source>
   <translation>Dark from 19:00 to 6:00</translation>
  </message>
  <message>
   <location filename="../../console/runtime/settings.py" />
   <source>Âm lượng chuông</source>
   <translation>Alarm volume</translation>
  </message>
 </context>
 <context>
  <name>ui/accounts</name>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Cho quyền này…</source>
   <translation>Give this right…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Chỉ có số và quyền, không có nội dung hồ sơ. Không đổi gì.</source>
   <translation>Numbers and rights only, nothing of any case. Nothing is changed.</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Chọn ít nhất một vai trò</source>
   <translation>Choose at least one role</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Chọn đơn vị</source>
   <translation>Choose a unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/dialogs/conflict.py" />
   <location filename="../../console/ui/dialogs/looked.py" />
   <location filename="../../console/ui/signin/login.py" />
   <source>Cán bộ</source>
   <translation>Officer</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Có hiệu lực ngay, không cần mở lại chương trình. Việc này vào nhật ký.</source>
   <translation>Takes effect at once, without a restart. It goes into the log.</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Cấp PIN…</source>
   <translation>Issue PIN…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <location filename="../../console/ui/accounts/page.py" />
   <source>Cấp bậc</source>
   <translation>Rank</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Cấp lại PIN…</source>
   <translation>Issue PIN again…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Ghi họ tên</source>
   <translation>Write the name</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Ghi số hiệu cán bộ</source>
   <translation>Write the officer's number</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <location filename="../../console/ui/accounts/page.py" />
   <source>Họ tên</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Lưu</source>
   <translation>Save</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/once_pin.py" />
   <source>Lần đăng nhập đầu phải đặt PIN mới; PIN này không ký được và sau đó không dùng được nữa.</source>
   <translation>A new PIN must be set at the first sign-in; this one signs nothing and is worthless afterwards.</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Mở lại tài khoản…</source>
   <translation>Enable account…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Mục</source>
   <translation>View</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Ngừng tài khoản không tên…</source>
   <translation>Disable the nameless account…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Ngừng tài khoản…</source>
   <translation>Disable account…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/signin/fields.py" />
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/once_pin.py" />
   <source>PIN dùng một lần</source>
   <translation>One-time PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/once_pin.py" />
   <source>PIN dùng một lần của {name}</source>
   <translation>One-time PIN of {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/desk/administering.py" />
   <source>Quản trị</source>
   <translation>Administration</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Số hiệu</source>
   <translation>Number</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/search/model.py" />
   <source>Số hồ sơ</source>
   <translation>Case number</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Số hồ sơ thấy được</source>
   <translation>Cases seen</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Sửa {name}</source>
   <translation>Change {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Sửa…</source>
   <translation>Edit…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <source>Thêm cán bộ</source>
   <translation>Add officer</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Thêm cán bộ…</source>
   <translation>Add officer…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Thôi cho quyền này…</source>
   <translation>Take this right…</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Tài khoản</source>
   <translation>Account</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Tài khoản «{name}» không mang tên ai mà vẫn đăng nhập được. Thêm cán bộ trực của tỉnh và cấp PIN, rồi ngừng nó ở đây.</source>
   <translation>The account “{name}” is nobody's own and can still sign in. Add a duty officer of the province, give a PIN, then disable it here.</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Tài khoản «{name}» không mang tên ai mà vẫn đăng nhập được. {names} đã thay được: ngừng nó để việc nào cũng có tên người làm.</source>
   <translation>The account “{name}” is nobody's own and can still sign in. {names} can take over: disable it, so that everything done has a name.</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <location filename="../../console/ui/accounts/page.py" />
   <source>Vai trò</source>
   <translation>Roles</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Vai trò và quyền</source>
   <translation>Roles and rights</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Xem như</source>
   <translation>See as</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>báo nghi có bí mật nhà nước</source>
   <translation>report suspected state secrets</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>cho ý kiến chỉ đạo</source>
   <translation>give instructions</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>chuyển hồ sơ</source>
   <translation>hand cases over</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/law/change_words.py" />
   <source>có</source>
   <translation>yes</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>duyệt gia hạn</source>
   <translation>approve extensions</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>duyệt trả lời</source>
   <translation>approve replies</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>duyệt xem danh tính</source>
   <translation>let others see identities</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>duyệt xóa nội dung hết hạn lưu</source>
   <translation>approve the erasing of content that is over time</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>dùng một lần</source>
   <translation>one-time</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>ghi chú</source>
   <translation>write notes</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>ghi yêu cầu của người báo tin</source>
   <translation>note informants' wishes</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>giao hồ sơ người khác đang giữ</source>
   <translation>hand over a case that somebody else holds</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>giữ hồ sơ không xóa</source>
   <translation>keep a case from erasing</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>gắn nhãn</source>
   <translation>tag</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>gộp hoặc tách hồ sơ</source>
   <translation>merge or split cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>hạ mức khẩn</source>
   <translation>lower an urgent case</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>hẹn nhắc lại</source>
   <translation>snooze</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>kiểm tra hồ sơ</source>
   <translation>review cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>ký biên bản giao ca với tư cách chỉ huy</source>
   <translation>sign the handover record as commander</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>ký duyệt đóng hồ sơ</source>
   <translation>sign closings</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>kết luận về bí mật nhà nước</source>
   <translation>decide about state secrets</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>mở lại hồ sơ</source>
   <translation>reopen cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>mở và giao ca trực</source>
   <translation>open and hand over shifts</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>nhận thay</source>
   <translation>take over</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>nhận việc</source>
   <translation>claim</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>phân loại</source>
   <translation>classify</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>quyết định hồ sơ liên quan cán bộ</source>
   <translation>decide cases about officers</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>quyết định nơi xử lý hồ sơ bị trả lại nhiều lần</source>
   <translation>decide where a case goes that was sent back often</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>quản trị cán bộ, quyền, thư viện</source>
   <translation>administer officers, rights, library</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>tiếp nhận hồ sơ chuyển đến</source>
   <translation>accept cases handed over</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>trả lời công dân</source>
   <translation>reply to citizens</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>trả lời về tin gửi ngoài hệ thống</source>
   <translation>answer for messages sent outside the system</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>xem danh tính công dân</source>
   <translation>see citizens' identities</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>xem danh tính người tố cáo</source>
   <translation>see denouncers' identities</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>xem nhật ký</source>
   <translation>read the log</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>xuất hồ sơ</source>
   <translation>export cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>xác nhận tin chưa rõ</source>
   <translation>settle unknown replies</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>{unit} – đã giải thể, cần đổi</source>
   <translation>{unit} – closed, to be changed</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/law/change_words.py" />
   <source>Đang dùng</source>
   <translation>In use</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Đã ngừng</source>
   <translation>Disabled</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/once_pin.py" />
   <source>Đã đọc xong</source>
   <translation>Read out</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/once_pin.py" />
   <source>Đóng cửa sổ này là không xem lại được; cần thì cấp PIN khác.</source>
   <translation>Once this window is closed it cannot be seen again; issue another PIN if needed.</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/account.py" />
   <location filename="../../console/ui/accounts/page.py" />
   <location filename="../../console/ui/dialogs/conflict.py" />
   <location filename="../../console/ui/inspector/pane.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/rail/rail.py" />
   <location filename="../../console/ui/search/filters.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <location filename="../../console/ui/statistics/units.py" />
   <source>Đơn vị</source>
   <translation>Units</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Được</source>
   <translation>May</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/page.py" />
   <source>Được làm</source>
   <translation>May do</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/once_pin.py" />
   <source>Đọc cho đồng chí ấy nghe, không nhắn qua Zalo hay điện thoại</source>
   <translation>Read it out to the officer; do not send it by Zalo or telephone</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>đánh dấu hồ sơ liên quan cán bộ</source>
   <translation>mark cases about officers</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>đóng hồ sơ</source>
   <translation>close cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>đóng hồ sơ khẩn</source>
   <translation>close urgent cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>đọc hồ sơ</source>
   <translation>read cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/accounts/words.py" />
   <source>đọc hồ sơ hạn chế</source>
   <translation>read restricted cases</translation>
  </message>
 </context>
 <context>
  <name>ui/common</name>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ai đã xem hồ sơ này</source>
   <translation>Who looked into this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Báo cáo khẩn</source>
   <translation>Urgent report</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Bảng lệnh và tìm kiếm</source>
   <translation>Command palette and search</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/dialogs/keys.py" />
   <location filename="../../console/ui/frame/top_bar.py" />
   <source>Bảng phím</source>
   <translation>Key sheet</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Bấm phím mới</source>
   <translation>Press a new key</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Bỏ yêu cầu liên hệ…</source>
   <translation>Take a contact wish off…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Bộ gõ tiếng Việt cần phím này để gõ chữ; thêm Ctrl hoặc Alt</source>
   <translation>The Vietnamese input method needs this key for typing; add Ctrl or Alt</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Bộ hồ sơ chuyển Cơ quan điều tra…</source>
   <translation>Packet for the investigation body…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/diff.py" />
   <source>Bớt: {gone}. Thêm: {new}</source>
   <translation>Removed: {gone}. Added: {new}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/statistics/heat.py" />
   <source>CN</source>
   <translation>Sun</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/chips.py" />
   <location filename="../../console/ui/inspector/words.py" />
   <source>Cao</source>
   <translation>High</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Cho xem danh tính</source>
   <translation>Let the identity be seen</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Chuyển đơn vị</source>
   <translation>Forward to unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <source>Chưa nhập tin báo</source>
   <translation>Not yet entered</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Chương trình</source>
   <translation>Program</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Chỉ huy ký biên bản giao ca…</source>
   <translation>Commander signs the handover record…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Chọn thêm hồ sơ vào nhóm</source>
   <translation>Mark a case for the group</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <source>Chọn tất cả</source>
   <translation>Select all</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/conversation/find.py" />
   <source>Chỗ khớp sau</source>
   <translation>Next match</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/conversation/find.py" />
   <source>Chỗ khớp trước</source>
   <translation>Previous match</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <source>Chờ duyệt</source>
   <translation>To review</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <source>Chờ dân trả lời</source>
   <translation>Waiting for citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Ctrl+Shift hay Alt một mình bật tắt bộ gõ; thêm một phím nữa</source>
   <translation>Ctrl+Shift or Alt alone switches the input method; add another key</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/dialogs/settings.py" />
   <location filename="../../console/ui/rail/rail.py" />
   <source>Cài đặt</source>
   <translation>Settings</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Câu trả lời mẫu</source>
   <translation>Canned replies</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/secrecy_note.py" />
   <source>Có chữ «{degree}»: nếu là bí mật nhà nước thì xóa, không gửi; báo trực chỉ huy qua điện thoại, chuyển qua kênh bảo mật.</source>
   <translation>It says «{degree}»: if this is a state secret, delete it and do not send it; phone the duty commander and pass it on through the secure channel.</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <source>Cắt</source>
   <translation>Cut</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <source>Của tôi</source>
   <translation>Mine</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/desk/controller.py" />
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Danh bạ trực</source>
   <translation>Duty contacts</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <source>Danh thiếp</source>
   <translation>Contact card</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <source>Dán</source>
   <translation>Paste</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ghi ai gửi tin ngoài hệ thống…</source>
   <translation>Record who sent a message outside the system…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/composer/tabs.py" />
   <location filename="../../console/ui/conversation/lines.py" />
   <location filename="../../console/ui/search/filters.py" />
   <source>Ghi chú nội bộ</source>
   <translation>Internal note</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ghi kết quả giải quyết nguồn tin…</source>
   <translation>Record the outcome of the crime report…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ghi số phiếu chuyển…</source>
   <translation>Record the transfer slip's number…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ghi sổ trực…</source>
   <translation>Write into the duty book…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ghi thông báo Viện kiểm sát…</source>
   <translation>Record the notice to the procuracy…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ghi việc chăm sóc lại sau khảo sát…</source>
   <translation>Note what was done about a low score…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Ghi âm</source>
   <translation>Voice</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Giao ca</source>
   <translation>Handover</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Giao hồ sơ đang giữ cho…</source>
   <translation>Hand the held case to…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <source>Giảm</source>
   <translation>Step down</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Giữ hồ sơ không xóa, hoặc thôi giữ…</source>
   <translation>Keep the case from erasure, or no longer…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Gõ bộ lọc hàng đợi</source>
   <translation>Type a filter for the queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Gắn các tin cùng một vụ…</source>
   <translation>Link reports of one incident…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Gộp với hồ sơ khác…</source>
   <translation>Merge with another case…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Gỡ khỏi vụ chung…</source>
   <translation>Unlink from the incident…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/composer/foot.py" />
   <source>Gửi công dân</source>
   <translation>Send to the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Gửi công dân không được nằm ở phím ↵ một mình</source>
   <translation>Sending to the citizen may not be on ↵ alone</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Hiện danh tính (ghi nhật ký)</source>
   <translation>Show identity (logged)</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <location filename="../../console/ui/desk/acts.py" />
   <location filename="../../console/ui/desk/bulk.py" />
   <source>Hoàn tác</source>
   <translation>Undo</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Hoàn tác việc vừa làm</source>
   <translation>Undo the last act</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Hướng dẫn công dân tới nơi khác</source>
   <translation>Refer the citizen elsewhere</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/chips.py" />
   <source>Hết cửa sổ</source>
   <translation>Window closed</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Hệ điều hành dùng phím này</source>
   <translation>The operating system uses this key</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Hỏi điều còn thiếu</source>
   <translation>Ask for what is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Hồ sơ sau</source>
   <translation>Next case</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Hồ sơ trước</source>
   <translation>Previous case</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/desk/keyboard.py" />
   <source>Hồ sơ đang mở</source>
   <translation>Open case</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/message.py" />
   <location filename="../../console/ui/dialogs/base.py" />
   <source>Hủy</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>In biên bản giao ca…</source>
   <translation>Print the handover record…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>In sổ trực ban của ca…</source>
   <translation>Print the shift's duty book…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Khóa màn hình</source>
   <translation>Lock the screen</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Không cho xem danh tính…</source>
   <translation>Refuse to show the identity…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>Không duyệt trả lời của bạn trong {number}</source>
   <translation>Your reply in {number} was not approved</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/secrecy_note.py" />
   <source>Không ghi bí mật nhà nước ở đây</source>
   <translation>No state secrets here</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>Không gia hạn {number}, hạn cũ: {end}</source>
   <translation>{number} not extended, limit stays: {end}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Không gửi khảo sát…</source>
   <translation>Send no survey…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Không ký đóng {number}: bạn vẫn giữ hồ sơ</source>
   <translation>The end of {number} was not signed: you still hold the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>Không được xem danh tính {number}</source>
   <translation>You may not see the identity of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/chips.py" />
   <source>Khẩn</source>
   <translation>Urgent</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/chips.py" />
   <location filename="../../console/ui/inspector/emergency.py" />
   <location filename="../../console/ui/inspector/words.py" />
   <location filename="../../console/ui/queue/words.py" />
   <location filename="../../console/ui/shift/lines.py" />
   <source>Khẩn cấp</source>
   <translation>Emergency</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Kiểm tra hồ sơ</source>
   <translation>Review cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Kết luận về bí mật nhà nước…</source>
   <translation>Decide about the suspected state secret…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Liên kết</source>
   <translation>Link</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Liên quan cán bộ, chiến sĩ…</source>
   <translation>Concerns police officers…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <source>Loại tin chưa đọc được</source>
   <translation>Unsupported message</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Loại: cảm ơn, khác</source>
   <translation>Category: thanks, other</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Loại: khảo sát</source>
   <translation>Category: survey</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Loại: phản ánh, kiến nghị</source>
   <translation>Category: feedback, petition</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Loại: thủ tục hành chính</source>
   <translation>Category: administrative procedure</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Loại: tin báo, tố giác</source>
   <translation>Category: crime report, denunciation</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Loại: tố cáo, khiếu nại cán bộ</source>
   <translation>Category: denunciation or complaint about officers</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <source>Làm lại</source>
   <translation>Redo</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Làm theo nhóm với hồ sơ đã chọn</source>
   <translation>Act on the marked cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Lùi một bước; hủy trả lời đang giữ</source>
   <translation>One step back; take back a held reply</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/composer/foot.py" />
   <source>Lưu ghi chú</source>
   <translation>Save the note</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Lấy tin gấp nhất chưa ai giữ</source>
   <translation>Take the most urgent case nobody holds</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <source>Mới</source>
   <translation>New</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>Mở hồ sơ rồi hiện danh tính: máy ghi lại lý do và tự che lại</source>
   <translation>Open the case and show the identity: the reason is logged and it is covered again by itself</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Mở lại hồ sơ…</source>
   <translation>Reopen the case…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Mức: cao</source>
   <translation>Priority: high</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Mức: khẩn cấp</source>
   <translation>Priority: emergency</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Mức: thường</source>
   <translation>Priority: normal</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Nghi có bí mật nhà nước…</source>
   <translation>Suspected state secret…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Người bị tố giác, bị hại…</source>
   <translation>Accused and victims…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/inspector/tagrow.py" />
   <location filename="../../console/ui/rail/rail.py" />
   <source>Nhãn</source>
   <translation>Tags</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Nhãn dán</source>
   <translation>Sticker</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Nhận thay…</source>
   <translation>Take over…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Nhận việc hoặc trả về hàng đợi</source>
   <translation>Claim or release</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Nhập phần mềm tin báo…</source>
   <translation>Enter into the national software…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Nhập thư viện từ tệp</source>
   <translation>Import the library from a file</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Nhắc lại lúc…</source>
   <translation>Remind at…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Nối Zalo OA: lần đầu, quyền còn bao lâu, nối lại</source>
   <translation>Zalo OA: connect, how long the right lasts, reconnect</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/erased.py" />
   <source>Nội dung đã xóa ngày {day} theo thời hạn lưu: chỉ còn số liệu, không còn danh tính</source>
   <translation>The content was erased on {day} when its time was over: only figures are left, no identity</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Phím của lệnh này không đổi được</source>
   <translation>The key of this command cannot be changed</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Phím “{key}” của “{words}” chưa dùng được: {why}. Đang giữ phím mặc định.</source>
   <translation>The key “{key}” of “{words}” cannot be used: {why}. The default key is kept.</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Quy định: thời hạn, tổ chức, lưu giữ</source>
   <translation>Rules: clocks, organisation, retention</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <location filename="../../console/ui/queue/words.py" />
   <source>Quá hạn</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Quản trị: cán bộ, vai trò, quyền</source>
   <translation>Administration: officers, roles, rights</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Rút đề nghị đóng</source>
   <translation>Withdraw the proposal to close</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Sang khung sau</source>
   <translation>Next pane</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Sang ô trả lời công dân</source>
   <translation>Go to the reply to the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <source>Sao chép</source>
   <translation>Copy</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/statistics/heat.py" />
   <source>T2</source>
   <translation>Mon</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/statistics/heat.py" />
   <source>T3</source>
   <translation>Tue</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/statistics/heat.py" />
   <source>T4</source>
   <translation>Wed</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/statistics/heat.py" />
   <source>T5</source>
   <translation>Thu</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/statistics/heat.py" />
   <source>T6</source>
   <translation>Fri</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/statistics/heat.py" />
   <source>T7</source>
   <translation>Sat</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Thư viện: thủ tục, danh bạ, mục tin, khảo sát</source>
   <translation>Library: procedures, directory, news sections, survey</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Thống kê và báo cáo</source>
   <translation>Statistics and reports</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Thời gian xảy ra…</source>
   <translation>Time of the deed…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Thời hạn: tạm dừng, gia hạn…</source>
   <translation>Limits: pause, extend…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Thụ lý, giải quyết tố cáo, khiếu nại…</source>
   <translation>Taking up and settling a denunciation or complaint…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Thử chuông báo</source>
   <translation>Test the alarm</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Tin máy báo khẩn: không khẩn cấp</source>
   <translation>Taken for an emergency: it is none</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Tiếp nhận hồ sơ được chuyển tới</source>
   <translation>Accept the transferred case</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Tiếp thu ý kiến kiểm tra</source>
   <translation>Acknowledge the reviewer's findings</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Trả lại có lý do</source>
   <translation>Return with a reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Tách thành hồ sơ mới…</source>
   <translation>Split into a new case…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/desk/controller.py" />
   <source>Tìm kiếm</source>
   <translation>Search</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/conversation/find.py" />
   <source>Tìm trong hồ sơ này</source>
   <translation>Find in this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <source>Tăng</source>
   <translation>Step up</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/chips.py" />
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>Tạm dừng</source>
   <translation>Paused</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <source>Tất cả đang mở</source>
   <translation>All open</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <location filename="../../console/ui/law/changes.py" />
   <source>Tệp</source>
   <translation>File</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Tệp gửi kèm cho đơn vị…</source>
   <translation>Files sent along to the unit…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Unikey, EVKey dùng phím này để bật tắt bộ gõ</source>
   <translation>Unikey and EVKey use this key to switch the input method</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <location filename="../../console/ui/conversation/cards.py" />
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Video</source>
   <translation>Video</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Viết</source>
   <translation>Writing</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Về khung trước</source>
   <translation>Previous pane</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Vị trí</source>
   <translation>Location</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem trước tin gấp nhất, không nhận</source>
   <translation>Look at the most urgent case without claiming</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem và duyệt trả lời đang chờ</source>
   <translation>Look at a waiting reply and approve it</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem: Chưa nhập tin báo</source>
   <translation>View: Not yet entered into the national software</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem: Chờ duyệt</source>
   <translation>View: Waiting for review</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem: Chờ dân trả lời</source>
   <translation>View: Waiting for citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem: Của tôi</source>
   <translation>View: Mine</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem: Mới</source>
   <translation>View: New</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem: Quá hạn</source>
   <translation>View: Overdue</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xem: Đã chuyển</source>
   <translation>View: Transferred</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xong việc đã hẹn: bỏ nhắc lại</source>
   <translation>Reminder done: remove it</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xuất hồ sơ…</source>
   <translation>Export the case…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xuất thư viện ra tệp</source>
   <translation>Export the library to a file</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Xác nhận gợi ý của máy</source>
   <translation>Confirm the machine’s suggestion</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/qt_texts.py" />
   <source>Xóa</source>
   <translation>Delete</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Yêu cầu liên hệ của người báo tin…</source>
   <translation>Contact wish of the informant…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/chips.py" />
   <source>Zalo {span}</source>
   <translation>Zalo {span}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/sharing.py" />
   <location filename="../../console/ui/frame/field_cover.py" />
   <source>[che khi chia sẻ màn hình]</source>
   <translation>[covered while the screen is shared]</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/chips.py" />
   <location filename="../../console/ui/dialogs/pending.py" />
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>còn {span}</source>
   <translation>{span} left</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <source>hết ngày {day}</source>
   <translation>the end of {day}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>phím này đã là của “{other}”</source>
   <translation>it is already the key of “{other}”</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/chips.py" />
   <location filename="../../console/ui/dialogs/pending.py" />
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>quá {span}</source>
   <translation>{span} late</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <source>{days} ngày</source>
   <translation>{days} d</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <source>{hours} g</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/composer/words.py" />
   <source>{hours} g {minutes} ph</source>
   <translation>{hours} h {minutes} min</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <location filename="../../console/ui/composer/words.py" />
   <source>{minutes:02d} ph</source>
   <translation>{minutes:02d} min</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>{number} được chuyển tiếp đến {unit}</source>
   <translation>{number} was sent on to {unit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>{number} được gia hạn đến {end}</source>
   <translation>{number} extended to {end}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/times.py" />
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>{who} duyệt, số {document}</source>
   <translation>{who} approved, no. {document}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>{who}: {reason}</source>
   <translation>{who}: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Ô soạn dùng phím này để sửa chữ</source>
   <translation>Text fields use this key for editing</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ý kiến chỉ đạo…</source>
   <translation>Instructions…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Đang chia sẻ màn hình: che tên và lời kể</source>
   <translation>Sharing the screen: cover names and words</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Đang là phím của “{other}”</source>
   <translation>It is the key of “{other}”</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Đi tới</source>
   <translation>Go to</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/keymap.py" />
   <source>Đây không phải một tổ hợp phím</source>
   <translation>This is not a key</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <location filename="../../console/ui/conversation/header.py" />
   <source>Đã chuyển</source>
   <translation>Transferred</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/message.py" />
   <source>Đã hiểu</source>
   <translation>Understood</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>Đã ký đóng {number} theo đề nghị của bạn</source>
   <translation>{number} closed and signed as you proposed</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/view_names.py" />
   <source>Đã xử lý</source>
   <translation>Done</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Đóng hồ sơ</source>
   <translation>Close the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/answer_words.py" />
   <source>Được xem danh tính {number}</source>
   <translation>You may see the identity of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/dialogs/settings.py" />
   <source>Đặt PIN…</source>
   <translation>Set PIN…</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Địa bàn và bàn trực</source>
   <translation>Area and duty desk</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Đồng bộ ngay</source>
   <translation>Sync now</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Đổi nền sáng, tối</source>
   <translation>Light or dark</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Đổi phím</source>
   <translation>Change keys</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/kinds.py" />
   <location filename="../../console/ui/conversation/viewer.py" />
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Ảnh</source>
   <translation>Photo</translation>
  </message>
  <message>
   <location filename="../../console/ui/common/commands.py" />
   <source>Ẩn hoặc hiện hồ sơ bên phải</source>
   <translation>Show or hide the case facts</translation>
  </message>
 </context>
 <context>
  <name>ui/composer</name>
  <message>
   <location filename="../../console/ui/composer/composer.py" />
   <source> (còn {free})</source>
   <translation> ({free} left)</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/quote.py" />
   <source>Bỏ trích dẫn</source>
   <translation>Drop the quote</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>Bỏ tệp {name}</source>
   <translation>Remove the file {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/face.py" />
   <source>Chưa điền {slots}</source>
   <translation>Not filled in: {slots}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>Chỉ cán bộ thấy · ghi vào hồ sơ</source>
   <translation>Officers only · kept in the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/attach.py" />
   <source>Chọn tệp gửi công dân</source>
   <translation>Choose a file for the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/composer.py" />
   <source>Ghi chú dài quá {limit} ký tự</source>
   <translation>The note is longer than {limit} characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>Ghi chú lưu bằng {key}, không gửi cho ai</source>
   <translation>A note is saved with {key} and sent to nobody</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/parts.py" />
   <source>Ghi chú nội bộ, công dân không thấy</source>
   <translation>Internal note, not shown to the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/canned.py" />
   <source>Gõ 2–3 chữ, không cần dấu</source>
   <translation>Type 2–3 letters, marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>Gửi để duyệt</source>
   <translation>Send for approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/face.py" />
   <location filename="../../console/ui/composer/words.py" />
   <source>Hết cửa sổ trả lời – không gửi được tin miễn phí</source>
   <translation>The reply window is over – no free message can be sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/canned.py" />
   <source>Không có câu mẫu nào khớp</source>
   <translation>No ready answer matches</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/stop.py" />
   <source>Lý do vẫn gửi nguyên văn</source>
   <translation>Reason for sending it as it is</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>Lối đi tiếp: gọi điện cho công dân; tin mới của công dân mở lại cửa sổ; không còn cách nào thì đóng hồ sơ ({key}) với kết quả «Không thể trả lời công dân». Nội dung đã soạn vẫn giữ ở đây.</source>
   <translation>Ways on: phone the citizen; a new message of theirs opens the window again; if nothing works close the case ({key}) as “Citizen cannot be answered”. What was written stays here.</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>Mất mạng – tin soạn xong sẽ chờ trong hộp gửi</source>
   <translation>No network – a finished reply waits in the outbox</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>Mẫu trả lời</source>
   <translation>Ready answers</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/composer.py" />
   <location filename="../../console/ui/desk/keyboard.py" />
   <source>Mở một hồ sơ trước</source>
   <translation>Open a case first</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/composer.py" />
   <source>Nội dung này soạn cho hồ sơ khác, chưa gửi</source>
   <translation>This text was written for another case, not sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/attach.py" />
   <source>Nội dung tệp không đúng với đuôi {ending}</source>
   <translation>The file's content does not match {ending}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/composer.py" />
   <source>Phải gửi thành {count} tin, mỗi tin tính một tin miễn phí{left}. Bấm {key} lần nữa để đồng ý.</source>
   <translation>It takes {count} messages, each counts as a free one{left}. Press {key} again to agree.</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/composer.py" />
   <source>Phải gửi thành {count} tin, quá nhiều. Rút gọn trước khi gửi</source>
   <translation>It takes {count} messages, which is too many. Shorten it before sending</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/quote.py" />
   <location filename="../../console/ui/conversation/bubbles.py" />
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Trích: {text}</source>
   <translation>Quote: {text}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/parts.py" />
   <location filename="../../console/ui/composer/tabs.py" />
   <location filename="../../console/ui/review/page.py" />
   <source>Trả lời công dân</source>
   <translation>Reply to the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>Trả lời gửi bằng {key}</source>
   <translation>A reply is sent with {key}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/canned.py" />
   <source>Tìm câu trả lời mẫu</source>
   <translation>Find a ready answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/attach.py" />
   <source>Tệp {size} KB, Zalo nhận tối đa {limit} KB với kiểu này</source>
   <translation>The file has {size} KB, Zalo takes at most {limit} KB of this type</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>Tới {who}</source>
   <translation>To {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>Tới {who} · {window}</source>
   <translation>To {who} · {window}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/stop.py" />
   <source>Vẫn gửi</source>
   <translation>Send anyway</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>Xếp vào hộp gửi</source>
   <translation>Put into the outbox</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/attach.py" />
   <source>Zalo chỉ nhận ảnh JPG, PNG và tệp PDF, DOC, DOCX</source>
   <translation>Zalo takes only JPG and PNG pictures and PDF, DOC, DOCX files</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>Zalo còn {left} · {n}/{total} tin</source>
   <translation>Zalo {left} left · {n}/{total}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>chưa rõ cửa sổ Zalo</source>
   <translation>Zalo window not known</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>cửa sổ Zalo còn {left}</source>
   <translation>Zalo window: {left} left</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>cửa sổ Zalo còn {left} · {n}/{total} tin</source>
   <translation>Zalo window: {left} left · {n}/{total} messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>cửa sổ Zalo còn {left} · {n}/{total} tin, {unknown} tin chưa rõ</source>
   <translation>Zalo window: {left} left · {n}/{total} messages, {unknown} unknown</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>hết tin miễn phí · Zalo đóng sau {left}</source>
   <translation>no free messages left · Zalo closes in {left}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/quote.py" />
   <location filename="../../console/ui/conversation/bubbles.py" />
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>tin không có chữ</source>
   <translation>message without words</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>{count} · {parts} tin</source>
   <translation>{count} · {parts} messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>{count}, gửi thành {parts} tin</source>
   <translation>{count}, goes as {parts} messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/words.py" />
   <source>{days} ngày {hours} g</source>
   <translation>{days} d {hours} h</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <location filename="../../console/ui/dialogs/approve.py" />
   <location filename="../../console/ui/dialogs/base.py" />
   <source>{used} / {limit}</source>
   <translation>{used} / {limit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>{used} trên {limit} ký tự</source>
   <translation>{used} of {limit} characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/composer.py" />
   <source>{warning} Bấm lần nữa để vẫn gửi.</source>
   <translation>{warning} Press again to send anyway.</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/stop.py" />
   <source>Đã đọc, soạn tiếp</source>
   <translation>Read, go on writing</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>Đính kèm tệp PDF, DOC, DOCX đến 5 MB</source>
   <translation>Attach a PDF, DOC or DOCX file up to 5 MB</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>Đính kèm ảnh JPG, PNG đến 1 MB</source>
   <translation>Attach a JPG or PNG picture up to 1 MB</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/composer.py" />
   <source>Đọc tin mới ở khung cam trước khi gửi</source>
   <translation>Read the news in the orange box before sending</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/foot.py" />
   <source>→ {recipient}</source>
   <translation>→ {recipient}</translation>
  </message>
  <message>
   <location filename="../../console/ui/composer/canned.py" />
   <source>↵ chèn vào ô soạn, chưa gửi · Esc đóng</source>
   <translation>↵ puts it into the text, does not send · Esc closes</translation>
  </message>
 </context>
 <context>
  <name>ui/conversation</name>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>  ·  công dân không thấy</source>
   <translation>  ·  not shown to the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>Bạn đang giữ</source>
   <translation>Held by you</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover.py" />
   <source>Bản che là tệp riêng; ảnh gốc giữ nguyên</source>
   <translation>The covered copy is a file of its own; the original stays as it is</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Bản gốc được giữ nguyên trong hồ sơ</source>
   <translation>The original is kept in the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Bị trả lại {count} lần</source>
   <translation>Given back {count} times</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Bỏ</source>
   <translation>Drop</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover.py" />
   <source>Bỏ ô đang chọn</source>
   <translation>Remove the chosen box</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover.py" />
   <source>Che {count} chỗ. Tên bạn và mã của ảnh gốc đi cùng bản che.</source>
   <translation>{count} places covered. Your name and the original's hash stay with the copy.</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover.py" />
   <source>Che ảnh của {number}</source>
   <translation>Cover a picture of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Che…</source>
   <translation>Cover…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/conversation/lines.py" />
   <source>Chuyển</source>
   <translation>Transfer</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>Chuyển {unit}. {meta}. {state}</source>
   <translation>Transferred to {unit}. {meta}. {state}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Chưa ai giữ</source>
   <translation>Held by nobody</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover.py" />
   <source>Chưa che chỗ nào</source>
   <translation>Nothing is covered yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chưa gửi: {reason}</source>
   <translation>Not sent: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/pane.py" />
   <source>Chưa mở hồ sơ nào</source>
   <translation>No case is open</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/desk/bulk.py" />
   <location filename="../../console/ui/desk/case_choice.py" />
   <location filename="../../console/ui/desk/linking.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/review/page.py" />
   <location filename="../../console/ui/search/filters.py" />
   <location filename="../../console/ui/shift/paper.py" />
   <location filename="../../console/ui/shift/words.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Chưa phân loại</source>
   <translation>Not classified</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chưa rõ đã tới công dân hay chưa</source>
   <translation>Not known whether it reached the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chưa rõ – có {count} tin giống trong hội thoại</source>
   <translation>Not known – messages like it in the conversation: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chưa rõ – đã đọc lại hội thoại, không thấy tin này</source>
   <translation>Not known – read back, this message is not in the conversation</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Chưa tải được</source>
   <translation>Not downloaded</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Chưa tải được, thử lại {time}</source>
   <translation>Not fetched yet, next try {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Chưa tải được, thử lại {time}: {reason}</source>
   <translation>Not fetched yet, next try {time}: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Chưa tải được: {reason}</source>
   <translation>Not downloaded: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/view.py" />
   <source>Chọn chữ để sao chép</source>
   <translation>Select text to copy</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/pane.py" />
   <source>Chọn một hồ sơ ở hàng đợi, hoặc bấm {key} để lấy tin gấp nhất chưa ai giữ.</source>
   <translation>Choose a case in the queue, or press {key} for the most urgent one nobody holds.</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chờ duyệt – chưa gửi</source>
   <translation>Awaiting approval – not sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chờ gửi</source>
   <translation>Waiting to be sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chờ gửi sau tin trước</source>
   <translation>Goes after the one before it</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chờ kết quả tin trước: chưa rõ tin đó đã tới hay chưa</source>
   <translation>Waiting for the reply before it: not known whether that one arrived</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Chờ mạng – tự gửi khi có lại</source>
   <translation>Waiting for the network – sent by itself when it is back</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>Chờ tiếp nhận</source>
   <translation>Awaiting acceptance</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Cán bộ xác nhận đã tới công dân {time}</source>
   <translation>Confirmed by an officer as received {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Cán bộ xác định chưa tới công dân {time}</source>
   <translation>Determined by an officer as not received {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Công dân đã thu hồi lúc {time}</source>
   <translation>Recalled by the citizen at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Công dân, {time}</source>
   <translation>Citizen, {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Danh thiếp Zalo</source>
   <translation>Zalo contact card</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Ghi ai gửi…</source>
   <translation>Record who sent it…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>Ghi chú nội bộ, công dân không thấy. {meta}. {text}</source>
   <translation>Internal note, not shown to the citizen. {meta}. {text}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Ghi lại…</source>
   <translation>Record again…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Giữ, không xóa</source>
   <translation>Kept, not erased</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Gửi lại</source>
   <translation>Send again</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Gửi ngoài hệ thống {time} · chưa ghi ai gửi</source>
   <translation>Sent outside the system {time} · sender not recorded</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Gửi ngoài hệ thống {time} · {who}</source>
   <translation>Sent outside the system {time} · {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Gửi ngoài hệ thống {time} · {who} · chưa phải trả lời</source>
   <translation>Sent outside the system {time} · {who} · not an answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Gửi sau {seconds} giây</source>
   <translation>Sent in {seconds} s</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Hình ảnh xâm hại trẻ em</source>
   <translation>Pictures of child abuse</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/view.py" />
   <source>Hội thoại với công dân</source>
   <translation>Conversation with the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <location filename="../../console/ui/conversation/view.py" />
   <source>Hủy (Esc)</source>
   <translation>Cancel (Esc)</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Không có tọa độ</source>
   <translation>No coordinates</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Không duyệt…</source>
   <translation>Do not approve…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Không gửi kèm</source>
   <translation>Not sent along</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Không gửi kèm – cần thì xin xem, có lý do</source>
   <translation>Not sent along – ask for it with a reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Không gửi được: {reason}</source>
   <translation>Not sent: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/find.py" />
   <source>Không thấy</source>
   <translation>Not found</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Kiểm tra</source>
   <translation>Check</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Kiểm tra lại</source>
   <translation>Check again</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Kiểm tra nguyên vẹn</source>
   <translation>Check that it is whole</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Kiểu chưa hỗ trợ</source>
   <translation>Type not supported yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Kiểu chưa hỗ trợ. Bản gốc được giữ nguyên trong hồ sơ.</source>
   <translation>Type not supported yet. The original is kept in the case.</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Kiểu chưa hỗ trợ: «{kind}». Bản gốc được giữ nguyên trong hồ sơ.</source>
   <translation>Unsupported kind: “{kind}”. The original is kept in the case.</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover.py" />
   <source>Kéo chuột để che. Phím: N thêm ô, mũi tên di chuyển, Shift mũi tên đổi cỡ, Space chọn ô kế</source>
   <translation>Drag to cover. Keys: N adds a box, arrows move it, Shift with arrows resizes it, Space chooses the next</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Liên kết không rõ máy chủ</source>
   <translation>Link to an unclear host</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Liên kết tới {host}</source>
   <translation>Link to {host}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Liên quan cán bộ, chiến sĩ</source>
   <translation>Concerns police officers</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Lùi 5 giây (←)</source>
   <translation>Back 5 seconds (←)</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover.py" />
   <source>Lưu bản che</source>
   <translation>Save covered copy</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Máy chủ: {host}</source>
   <translation>Host: {host}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Mở…</source>
   <translation>Open…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Nghe hoặc dừng tin thoại</source>
   <translation>Play or stop the voice message</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Nghi có bí mật nhà nước</source>
   <translation>Suspected state secret</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Người báo tin yêu cầu</source>
   <translation>The informant asks</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Người và đơn vị liên quan không thấy hồ sơ này; không trao đổi ngoài chỉ huy, thanh tra</source>
   <translation>Officers and units concerned do not see this case; speak of it to the commander and the inspectors alone</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Như gốc</source>
   <translation>As it came</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Nhận việc</source>
   <translation>Claim</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Nhắc lại {time}</source>
   <translation>Reminder {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Nhỏ</source>
   <translation>Smaller</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Nội dung đã khóa theo nhãn của hồ sơ</source>
   <translation>The content is locked by the case's tag</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Nội dung đã khóa. Chưa điện trực chỉ huy: điện ngay rồi ghi lại</source>
   <translation>The content is locked. The commander has not been phoned: phone now, then note it</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Nội dung đã khóa. Đã điện {who} lúc {time} ngày {day}, chờ kết luận</source>
   <translation>The content is locked. {who} was phoned at {time} on {day}; waiting for the decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>Quá giờ tiếp nhận {time}</source>
   <translation>Not accepted in time {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/view.py" />
   <source>Sao chép cả tin</source>
   <translation>Copy the whole message</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <location filename="../../console/ui/dialogs/connect.py" />
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Sao chép liên kết</source>
   <translation>Copy the link</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Sao chép tọa độ</source>
   <translation>Copy the coordinates</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Soạn lại</source>
   <translation>Write again</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Sửa</source>
   <translation>Edit</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Tin thoại</source>
   <translation>Voice message</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>Tiếp nhận</source>
   <translation>Received</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>To</source>
   <translation>Larger</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/view.py" />
   <source>Trích tin này để trả lời</source>
   <translation>Quote this in a reply</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>Trả lại {time}</source>
   <translation>Returned {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Trả lời của {who}. {state}. {text}</source>
   <translation>Reply by {who}. {state}. {text}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>Trả về hàng đợi</source>
   <translation>Back to the queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Trực chỉ huy quyết định nơi xử lý: bàn trực không chuyển tiếp được</source>
   <translation>The commander on duty decides where it goes: the desk cannot hand it on</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Tên ghi “.{claimed}” nhưng nội dung không phải</source>
   <translation>Named “.{claimed}” but the content is not</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/find.py" />
   <source>Tìm trong hồ sơ này, không cần dấu</source>
   <translation>Find in this case, marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Tải lại</source>
   <translation>Download again</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Tải lại ảnh {n}</source>
   <translation>Download photo {n} again</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Tệp không tên</source>
   <translation>File without a name</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Tệp đã khóa: không xem, tải hay chuyển. Điện ngay PC02, PA05; không xin thêm ảnh, tư vấn gọi 111</source>
   <translation>Files locked: not looked at, fetched or handed on. Phone PC02, PA05 now; ask for no more pictures, counselling is at 111</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Tới 5 giây (→)</source>
   <translation>On 5 seconds (→)</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Tới tin được trích</source>
   <translation>Go to the quoted message</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>Việc khác với hồ sơ này</source>
   <translation>More for this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Vị trí công dân gửi</source>
   <translation>Place sent by the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Xem nội dung đã lưu</source>
   <translation>Show the kept text</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <location filename="../../console/ui/law/changes.py" />
   <source>Xem và duyệt…</source>
   <translation>Look and approve…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Xem ảnh</source>
   <translation>Pictures</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Xem ảnh {n}</source>
   <translation>View photo {n}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Xoay</source>
   <translation>Turn</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Xuất ra máy kiểm tra…</source>
   <translation>Export to the inspection PC…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Xuất…</source>
   <translation>Export…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Xóa ngày {day} vì hết thời gian lưu giữ: không còn tin, tệp, ghi chú, danh tính. Số tiếp nhận, phân loại và số liệu vẫn còn</source>
   <translation>Erased on {day} because its keeping time was over: no messages, files, notes or identity are left. Number, category and figures are kept</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>[Tệp] {name}</source>
   <translation>[File] {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>không ai nhận đã gửi ({by} ghi)</source>
   <translation>nobody says they sent it (recorded by {by})</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>không hiện hình</source>
   <translation>picture not shown</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>không rõ loại</source>
   <translation>type unknown</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>nhận {time}</source>
   <translation>received {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>tin tự động ({by} ghi)</source>
   <translation>automatic message (recorded by {by})</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover_canvas.py" />
   <source>{count} chỗ đã che, đang chọn chỗ {n}</source>
   <translation>{count} places covered, place {n} chosen</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/rows.py" />
   <location filename="../../console/ui/conversation/view.py" />
   <location filename="../../console/ui/desk/alarms.py" />
   <source>{count} tin mới</source>
   <translation>New messages: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>{count} ảnh</source>
   <translation>Photos: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/find.py" />
   <source>{current}/{total}</source>
   <translation>{current}/{total}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>{meta} · cần tiếp nhận trước {due}</source>
   <translation>{meta} · to be accepted by {due}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>{name} gửi</source>
   <translation>sent by {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>{name} gửi ({by} ghi)</source>
   <translation>sent by {name} (recorded by {by})</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>{name} và {count} người nữa đang xem</source>
   <translation>{name} and {count} more are looking</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>{name} đang viết</source>
   <translation>{name} is writing</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>{name} đang xem</source>
   <translation>{name} is looking</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>{number}/{total}</source>
   <translation>{number}/{total}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>{number}/{total} · bản che</source>
   <translation>{number}/{total} · covered</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>{number}/{total} · {words}</source>
   <translation>{number}/{total} · {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>{reason} · xong thì bấm {key}</source>
   <translation>{reason} · when done press {key}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>{size} KB</source>
   <translation>{size} KB</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>{size} MB</source>
   <translation>{size} MB</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>{span} · {count} lần</source>
   <translation>{span} · {count} times</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/media_paint.py" />
   <source>{speed}×</source>
   <translation>{speed}×</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>{time}. {who} {said}</source>
   <translation>{time}. {who} {said}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/find.py" />
   <source>{total} chỗ khớp</source>
   <translation>Matches: {total}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>{who} · {time}</source>
   <translation>{who} · {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Đang giải mã ảnh trong tiến trình riêng…</source>
   <translation>Decoding the picture in a process of its own…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Đang gửi…</source>
   <translation>Sending…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/pane.py" />
   <source>Đang mở {number}…</source>
   <translation>Opening {number}…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>Đang xử lý</source>
   <translation>Being handled</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Điều phải biết về hồ sơ này</source>
   <translation>What must be known about this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Đánh dấu đã gửi…</source>
   <translation>Mark as sent…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Đã bỏ trước khi gửi {time}</source>
   <translation>Dropped before sending {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Đã chuyển theo kênh bảo mật; nội dung không hiện ở đây</source>
   <translation>Went by the secure channel; the content is not shown here</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>Đã gộp</source>
   <translation>Merged</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Đã gửi {time}</source>
   <translation>Sent {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Đã sửa khi duyệt</source>
   <translation>Changed on approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>Đã thu hồi {time}</source>
   <translation>Recalled {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/lines.py" />
   <source>Đã tiếp nhận {time}</source>
   <translation>Accepted {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Đã xóa nội dung</source>
   <translation>Content erased</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/search/delegate.py" />
   <location filename="../../console/ui/search/filters.py" />
   <source>Đã đóng</source>
   <translation>Closed</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/dialogs/keys.py" />
   <location filename="../../console/ui/dialogs/looked.py" />
   <location filename="../../console/ui/dialogs/startup.py" />
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Đóng</source>
   <translation>Close</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/find.py" />
   <source>Đóng tìm kiếm</source>
   <translation>Close the find bar</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/marks.py" />
   <source>Đến giờ nhắc lại {time}</source>
   <translation>Reminder due {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Để biết</source>
   <translation>For information</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Đổi tốc độ nghe 1×, 1,5×, 2×</source>
   <translation>Change the speed 1×, 1.5×, 2×</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>đang tải về…</source>
   <translation>downloading…</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>đang viết</source>
   <translation>writing</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>đang xem</source>
   <translation>viewing</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cover_canvas.py" />
   <source>Ảnh cần che</source>
   <translation>Picture to be covered</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Ảnh không gửi kèm cho đơn vị</source>
   <translation>Picture not sent along to the unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/cards.py" />
   <source>Ảnh là bản che</source>
   <translation>The picture is a covered copy</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Ảnh sau</source>
   <translation>Next</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/viewer.py" />
   <source>Ảnh trước</source>
   <translation>Previous</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/header.py" />
   <source>Ẩn hoặc hiện hồ sơ</source>
   <translation>Hide or show the case file</translation>
  </message>
  <message>
   <location filename="../../console/ui/conversation/bubbles.py" />
   <source>Ẩn nội dung</source>
   <translation>Hide the text</translation>
  </message>
 </context>
 <context>
  <name>ui/desk</name>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>15 phút nữa</source>
   <translation>In 15 minutes</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>2022, có Công an huyện</source>
   <translation>2022, with district police</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>2025, tỉnh và xã</source>
   <translation>2025, province and communes</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/foreign.py" />
   <source>Ai đã gửi tin bằng OA ngoài hệ thống?</source>
   <translation>Who sent messages with the OA outside this console?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Biên bản bàn giao ca</source>
   <translation>Shift handover record</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Biên bản lúc {time}</source>
   <translation>Sheet of {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/window.py" />
   <location filename="../../console/ui/frame/top_bar.py" />
   <location filename="../../console/ui/signin/login.py" />
   <source>Bàn trực Zalo</source>
   <translation>Zalo duty desk</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Bàn trực chưa có người trả lời</source>
   <translation>Nobody answers at this desk</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Bàn trực có sự cố, mở để xem</source>
   <translation>The desk has a problem, open it to look</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Báo cáo khẩn…</source>
   <translation>Urgent report…</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Báo cáo kỳ</source>
   <translation>Periodic report</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Bạn đã nhận thay {number}</source>
   <translation>You have taken over {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Bạn đã nhận {number}</source>
   <translation>You have claimed {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Bạn đã xem {count} danh tính hôm nay</source>
   <translation>You saw {count} identities today</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Bạn đã đề nghị: trực chỉ huy khác duyệt</source>
   <translation>You asked for it: another commander decides</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Bản ghi trao đổi, phiếu, tệp nguyên bản, nhật ký, mã băm; danh tính người báo để riêng</source>
   <translation>Conversation, slips, original files, log, hashes; who told of it stays apart</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Bản lưu năm {year}, toàn tỉnh</source>
   <translation>Archive of {year}, whole province</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/pin_asking.py" />
   <source>Bản trình diễn mở không cần PIN nên không đặt được PIN</source>
   <translation>The demo opens without a PIN, so none can be set</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/asking.py" />
   <source>Bảo vệ</source>
   <translation>Protection</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Bấm «Phát chuông», rồi bấm phím số hiện ra trong lúc đang nghe.</source>
   <translation>Press «Sound the alarm», then the digit that is shown, while you hear it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Bỏ yêu cầu</source>
   <translation>Take off</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Bỏ yêu cầu liên hệ nào của {number}?</source>
   <translation>Which contact wish of {number} holds no longer?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Cho chạy tiếp: {clock}</source>
   <translation>Run on: {clock}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Cho quyền</source>
   <translation>Give the right</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Cho xem</source>
   <translation>Let it be seen</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Cho {role} quyền: {deed}?</source>
   <translation>Let {role}: {deed}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Cho đơn vị xem thêm hoặc bớt ảnh, ghi âm</source>
   <translation>Let the unit see more or fewer pictures and recordings</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Chuyển công tác</source>
   <translation>Moved to another post</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Chuyển cơ quan điều tra</source>
   <translation>For the investigating body</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Chuyển sang tổ chức {tree}?</source>
   <translation>Change to the organisation of {tree}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Chuyển đơn vị khác…</source>
   <translation>Transfer to another unit…</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Chuông báo không nghe được</source>
   <translation>The alarm cannot be heard</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Chuông chưa thử</source>
   <translation>Alarm not tested</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Chuông hỏng</source>
   <translation>Alarm broken</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Chuông đã hết. Nếu đã nghe, phát lại và bấm phím số trong lúc đang nghe.</source>
   <translation>The sound is over. If you heard it, sound it again and press the digit while you hear it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Chuông đã kêu trong lần mở này</source>
   <translation>Alarms since the console was opened</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Chép từ máy khác</source>
   <translation>Copied from another machine</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/approving.py" />
   <source>Chưa ai duyệt, cửa sổ Zalo đóng lúc {time}</source>
   <translation>Nobody has approved, the Zalo window closes at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/bulk.py" />
   <source>Chưa chọn hồ sơ nào: Ins hoặc Ctrl+bấm để chọn, Shift+↑↓ để chọn liền nhau</source>
   <translation>No case is marked: Ins or Ctrl+click marks one, Shift+↑↓ marks neighbours</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Chưa có máy trực – gọi {phone}</source>
   <translation>No console there – call {phone}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Chưa có máy trực, danh bạ chưa có số</source>
   <translation>No console there, no number in the directory</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Chưa cần biết danh tính để giải quyết</source>
   <translation>The identity is not needed yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Chưa duyệt, để xem lại</source>
   <translation>Not yet, look again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/glimpses.py" />
   <source>Chưa hiện lời kể của hồ sơ bên cạnh: không ghi được nhật ký. Mở hồ sơ ấy hoặc mở lại hồ sơ này, rồi báo quản trị.</source>
   <translation>The words of the case beside it are not shown: the log could not be written. Open that case, or this one again, then tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/glimpses.py" />
   <source>Chưa hiện lời kể ở hàng đợi: không ghi được nhật ký. Mở hồ sơ hoặc thử lại, rồi báo quản trị.</source>
   <translation>The accounts are not shown in the queue: the log could not be written. Open the case or try again, then tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Chưa làm được vì lỗi trong chương trình. Dữ liệu đã lưu không mất; thử lại, rồi báo quản trị.</source>
   <translation>Not done because of an error in the program. Nothing stored is lost; try again, then tell the administrator.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Chưa mở ca trực</source>
   <translation>No shift is open</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Chưa mở ca trực nên chưa có biên bản để in</source>
   <translation>No shift is open, so there is no record to print</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/fates.py" />
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Chưa rõ tin đã tới công dân hay chưa</source>
   <translation>Not known whether the message reached the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Chưa thống nhất, đề nghị xem lại</source>
   <translation>Do not agree, please look again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Chưa xóa gì: chỉ huy khác phải duyệt</source>
   <translation>Nothing is erased yet: another commander must approve</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Chưa đổi gì. Người thứ hai có quyền xem đúng nội dung này rồi duyệt hoặc không.</source>
   <translation>Nothing changes yet. A second person with the right sees exactly this and approves it or not.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Chỉ huy đã ký biên bản giao ca</source>
   <translation>The commander has signed the handover record</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Chỉ lưu trên máy này; bộ lọc không chứa nội dung tin.</source>
   <translation>Kept on this computer only; a filter holds no message text.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/media.py" />
   <source>Chỉ mở được liên kết https có tên máy chủ rõ ràng</source>
   <translation>Only https links with a clear host can be opened</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/keyboard.py" />
   <source>Chỉ người giữ hồ sơ và người được xem nhật ký biết ai đã xem</source>
   <translation>Only who holds the case and who may read the log are told who looked</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Chỉ đổi quy định nội bộ</source>
   <translation>Changes house rules only</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Chọn nơi ghi tệp xuất</source>
   <translation>Choose where to write the export file</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Chọn policies.json hoặc holidays.json</source>
   <translation>Choose policies.json or holidays.json</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Chờ trực chỉ huy duyệt</source>
   <translation>Waits for the commander on duty</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Chờ {unit} tiếp nhận trước {time}</source>
   <translation>Waiting for {unit} to accept by {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Các ghi chép này có thể bị sửa; ảnh gửi công dân không kèm chúng.</source>
   <translation>These records can be forged; pictures sent to a citizen do not carry them.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Các hồ sơ khác không đổi. Lý do vào nhật ký.</source>
   <translation>The other cases stay as they are. The reason goes into the log.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>Các hồ sơ này đứng đầu nhóm của mình trong hàng đợi.</source>
   <translation>They stand at the head of their group in the queue.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Các mục nhập phần mềm tin báo</source>
   <translation>Fields for the national software</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Các phiên bản cũ còn nguyên, khôi phục được.</source>
   <translation>Earlier versions stay and can be restored.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/foreign.py" />
   <source>Cán bộ của ta gửi từ OA Manager hoặc điện thoại (ghi rõ ai, vì sao)</source>
   <translation>One of ours, from OA Manager or a phone (say who and why)</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Cán bộ mới</source>
   <translation>New officer</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Câu hỏi</source>
   <translation>Question</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/approving.py" />
   <source>Câu mẫu «{code}» đã đổi lời từ khi soạn: đọc kỹ cả câu</source>
   <translation>The ready answer “{code}” was reworded since: read the whole text with care</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Còn thức</source>
   <translation>Awake</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/signin/lock.py" />
   <source>Còn thức?</source>
   <translation>Awake?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/signin/lock.py" />
   <source>Còn thức? Chưa thấy trả lời</source>
   <translation>Awake? No answer yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Còn thức? chưa trả lời</source>
   <translation>Awake? no answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>Còn {minutes} phút, công dân chưa được trả lời. Sau đó người khác nhận được.</source>
   <translation>{minutes} minutes left and the citizen has no answer. After that others can take it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Có dấu chỉ mức độ mật trên văn bản, ảnh</source>
   <translation>A document or picture carries a mark of secrecy</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Có hiệu lực ngay với mọi cán bộ có vai trò này. Lý do vào nhật ký.</source>
   <translation>Takes effect at once for everybody with this role. The reason goes into the log.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Có hiệu lực ngay, đúng nội dung trên. Mở lại chương trình để dùng quy định mới.</source>
   <translation>In force at once, exactly as shown. Start the program again to use the new rules.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Có hồ sơ bị trả lại</source>
   <translation>A case was given back</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/requests.py" />
   <source>Có hồ sơ chờ chỉ huy quyết định nơi xử lý</source>
   <translation>A case waits for the commander to decide where it goes</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>Có hồ sơ đổi người giữ</source>
   <translation>A case changed hands</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <location filename="../../console/ui/desk/requests.py" />
   <source>Có người xin xem danh tính {number}</source>
   <translation>Somebody asks to see the identity of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Có tài khoản: {who}</source>
   <translation>Has an account: {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>Có việc đến giờ nhắc lại</source>
   <translation>A reminder is due</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/requests.py" />
   <source>Có đề nghị gia hạn {number} chờ duyệt</source>
   <translation>A longer limit for {number} waits for approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Có đề nghị đổi quy định luật định chờ bạn duyệt</source>
   <translation>A change of statutory rules waits for your approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Có đổi quy định luật định: phải có người thứ hai duyệt</source>
   <translation>Changes statutory rules: a second person must approve</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Công dân đang có chuyện buồn</source>
   <translation>The citizen is in distress</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Công dân đã nói không muốn nhận thêm tin</source>
   <translation>The citizen wants no more messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Căn cứ và nội dung vào nhật ký trước. Mở lại chương trình để dùng quy định mới.</source>
   <translation>Ground and content go into the log first. Start the program again to use the new rules.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Cơ quan điều tra, viện kiểm sát, tòa án yêu cầu</source>
   <translation>Investigators, prosecutors or a court demand it</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/pulse.py" />
   <source>Cảnh báo đang mở</source>
   <translation>Open warnings</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Cấp PIN</source>
   <translation>Issue PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Cấp PIN dùng một lần cho {name}?</source>
   <translation>Issue a one-time PIN to {name}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Cỡ: {size} byte · {kind}</source>
   <translation>Size: {size} bytes · {kind}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Duyệt gia hạn: {clock}</source>
   <translation>Grant the extension: {clock}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Duyệt và xóa</source>
   <translation>Approve and erase</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Duyệt xóa nội dung {count} hồ sơ?</source>
   <translation>Approve erasing the content of {count} cases?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Duyệt đổi quy định luật định?</source>
   <translation>Approve a change of statutory rules?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Dòng cũ giữ nguyên và mang dấu «đã đính chính».</source>
   <translation>The old line stays and is marked “corrected”.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Dòng này không còn chặn đóng ca. Giải trình vào sổ trực.</source>
   <translation>This line no longer stands against closing. The explanation goes into the duty book.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Ghi</source>
   <translation>Note</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Ghi giải trình</source>
   <translation>Write the explanation</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Ghi giờ điện báo cấp trên vào nhật ký</source>
   <translation>Write the time of the call to superiors into the log</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Ghi lại</source>
   <translation>Write down</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Ghi quyết định</source>
   <translation>Record the decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/shift/book.py" />
   <source>Ghi sổ</source>
   <translation>Write</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/shift/book.py" />
   <source>Ghi sổ trực</source>
   <translation>Write into the duty book</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Ghi tên và chức vụ người nhận điện</source>
   <translation>Name and post of who took the call</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/foreign.py" />
   <source>Ghi vào nhật ký; cảnh báo tắt</source>
   <translation>Goes into the log; the alarm ends</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Ghi vì sao: người báo tin nói lại, hoặc đã hiểu nhầm</source>
   <translation>Say why: the informant said so, or it was misunderstood</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Ghi yêu cầu</source>
   <translation>Note the wish</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Ghi đính chính</source>
   <translation>Write the correction</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Gia hạn vì sao?</source>
   <translation>Why is more time needed?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Giải thể {closed}, lập mới {opened}, đổi tên {renamed} đơn vị</source>
   <translation>Closes {closed}, opens {opened}, renames {renamed} units</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Giải trình</source>
   <translation>Explain</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Giải trình vì sao để nguyên</source>
   <translation>Explain why it stays as it is</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Giờ chụp theo máy chụp: {time}</source>
   <translation>Time by the camera: {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Giờ và tên bạn tự ghi. Dòng đã ghi không sửa, không xóa.</source>
   <translation>Time and your name are added. A line is never changed or deleted.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Giờ điện được ghi vào lịch sử hồ sơ.</source>
   <translation>The time of the call goes into the case's history.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Giữ hồ sơ</source>
   <translation>Keep the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>Giữ tiếp</source>
   <translation>Keep holding</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Giữ {number} tới khi có lệnh thôi giữ</source>
   <translation>{number} is kept until the order is lifted</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Giữ {number}, không xóa khi hết hạn lưu?</source>
   <translation>Keep {number} beyond its time?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Gỡ khỏi vụ</source>
   <translation>Unlink</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Gỡ {number} khỏi vụ chung?</source>
   <translation>Unlink {number} from its incident?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Hiện ở đầu hồ sơ; trả lời nêu vụ việc và chuyển đơn vị sẽ được nhắc.</source>
   <translation>It stands on top of the case; replies that name the matter and transfers are warned.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Hướng dẫn {number} tới nơi khác</source>
   <translation>Refer {number} elsewhere</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/law_terms.py" />
   <source>Hạn sớm nhất: {when}. Tất cả ở mục ⑤ của biên bản.</source>
   <translation>The first ends at {when}. All of them are in part ⑤ of the record.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>Hẹn lúc {time}. Lý do ở đầu hồ sơ.</source>
   <translation>Set for {time}. The reason stands on top of the case.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Hết ca</source>
   <translation>End of shift</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Hỏi lại</source>
   <translation>Ask back</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Hỏi lại về dòng này</source>
   <translation>Ask about this line</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <location filename="../../console/ui/inspector/pane.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <location filename="../../console/ui/statistics/units.py" />
   <source>Hồ sơ</source>
   <translation>Case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Hồ sơ bị trả lại</source>
   <translation>A case was given back</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/requests.py" />
   <source>Hồ sơ bị trả lại nhiều lần</source>
   <translation>Case given back repeatedly</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Hồ sơ hạn chế không gắn với hồ sơ thường</source>
   <translation>A restricted case is not linked with an ordinary one</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Hồ sơ này không có yêu cầu xem danh tính nào chờ duyệt</source>
   <translation>No request to see an identity waits in this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Hồ sơ và tệp được giữ tới khi có lệnh thôi giữ. Lý do và tên bạn vào lịch sử hồ sơ.</source>
   <translation>The case and its files are kept until the order is lifted. Your reason and name go into its history.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Hồ sơ {number}</source>
   <translation>Case {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/no_cases.py" />
   <source>Hồ sơ đang mở của đơn vị đã sang đơn vị thay thế, không mất; máy vẫn nhận tin. Nhờ người quản trị đổi đơn vị cho tài khoản của bạn, hoặc {key} để người khác đăng nhập.</source>
   <translation>The unit's open cases went to its successors, nothing is lost; messages still come in. Ask an administrator to give your account another unit, or {key} to let somebody else sign in.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Hồ sơ đang mở khác</source>
   <translation>Other open cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Hồ sơ đã kết thúc giữ mã và tên đơn vị lúc đó; hồ sơ đang mở theo đơn vị thay thế.</source>
   <translation>Closed cases keep the unit's code and name of then; open ones go to the unit that takes over.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/keyboard.py" />
   <source>Hồ sơ đã đóng</source>
   <translation>The case is closed</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/case_room.py" />
   <source>Hồ sơ đã đóng: mở lại trước khi trả lời</source>
   <translation>The case is closed: reopen it before replying</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>Hồ sơ đổi người giữ</source>
   <translation>A case changed hands</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Khóa nội dung</source>
   <translation>Lock the content</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/signin/lock.py" />
   <source>Không ai trả lời ở bàn này</source>
   <translation>Nobody answers at this desk</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Không cho xem danh tính {number}</source>
   <translation>The identity of {number} stays hidden</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Không cho xem danh tính {number}?</source>
   <translation>Refuse to show the identity of {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Không còn cần</source>
   <translation>No longer needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/entering.py" />
   <source>Không còn hồ sơ nào chưa ai giữ</source>
   <translation>No case is left that nobody holds</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Không còn hồ sơ nào khác để gắn với {number}</source>
   <translation>There is no other case to link with {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Không còn mục xem này</source>
   <translation>There is no such view any more</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Không còn nhắc khi trả lời và chuyển đơn vị. Lý do nằm trong lịch sử hồ sơ.</source>
   <translation>Replies and transfers no longer remind of it. The reason stays in the case's history.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Không còn việc nào để hoàn tác</source>
   <translation>Nothing left to undo</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Không còn điều nào trong danh sách phải hỏi</source>
   <translation>Nothing on the list is left to ask</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Không có bí mật nhà nước, mở khóa nội dung</source>
   <translation>No state secret, unlock the content</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/foreign.py" />
   <source>Không có tin ngoài hệ thống nào chưa ghi ai gửi</source>
   <translation>There is no message from outside whose sender is not recorded</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/approving.py" />
   <source>Không có trả lời nào chờ bạn duyệt</source>
   <translation>No reply waits for your approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Không có ý kiến kiểm tra nào chờ tiếp thu</source>
   <translation>No findings wait for your acknowledgement</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Không duyệt</source>
   <translation>Do not approve</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Không duyệt vì sao?</source>
   <translation>Why is it refused?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Không duyệt: {clock}</source>
   <translation>Refuse: {clock}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Không ghi được tệp: {why}. Thư viện còn nguyên.</source>
   <translation>The file could not be written: {why}. The library is unchanged.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Không gửi</source>
   <translation>Do not send</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Không gửi khảo sát cho {number}</source>
   <translation>No survey for {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Không gửi khảo sát cho {number}?</source>
   <translation>Send no survey for {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/fates.py" />
   <source>Không gửi được trả lời</source>
   <translation>The reply was not sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Không hồ sơ đang mở nào phải chuyển đơn vị.</source>
   <translation>No open case has to change its unit.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Không ký đóng {number}, người xử lý đọc được lý do</source>
   <translation>{number} not signed off; its handler can read why</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Không lấy lại được. Bản sao lưu cũ còn nội dung cho tới khi được thay.</source>
   <translation>This cannot be undone. Old backups hold the content until they are replaced.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/entering.py" />
   <source>Không mở được hồ sơ</source>
   <translation>The case cannot be opened</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Không nghe thấy</source>
   <translation>I heard nothing</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Không nhắc lại nội dung ở đây</source>
   <translation>Do not repeat what it is here</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/foreign.py" />
   <source>Không phải của ta: nghi lộ quyền dùng OA (ghi việc đã làm)</source>
   <translation>Not ours: the right to use the OA may have leaked (say what was done)</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Không đúng phím. Phát lại và bấm phím số hiện ra.</source>
   <translation>Wrong key. Sound it again and press the digit that is shown.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Không đăng nhập được nữa. Việc đã làm vẫn mang tên cán bộ này.</source>
   <translation>Cannot sign in any more. What was done keeps this officer's name.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Không đăng nhập được nữa. Việc đã làm vẫn ở nhật ký; hồ sơ đang giữ về hàng đợi khi hết hạn giữ.</source>
   <translation>It cannot sign in any more. What was done stays in the log; cases it holds go back to the queue when their hold ends.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Không được gia hạn theo quy định</source>
   <translation>The law does not let it be extended</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Không đọc được tệp: {why}. Chưa nhập gì.</source>
   <translation>The file could not be read: {why}. Nothing was imported.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Kiểm tra loa và âm lượng rồi thử lại. Cho tới lúc đó hãy nhìn màn hình liên tục.</source>
   <translation>Check loudspeaker and volume, then try again. Until then keep your eyes on the screen.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Kiểm tra nhận xét về {number}</source>
   <translation>The reviewer commented on {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Kiểm tra trên máy riêng</source>
   <translation>Inspection on a separate machine</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Kế tiếp: {tree}</source>
   <translation>Next: {tree}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Kết luận</source>
   <translation>Decide</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Kết luận và tên bạn vào lịch sử hồ sơ.</source>
   <translation>The decision and your name go into the case's history.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Kết luận về {number}?</source>
   <translation>Decide about {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>Lý do ghi trong hồ sơ.</source>
   <translation>The reason is in the case.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <location filename="../../console/ui/desk/confiding.py" />
   <location filename="../../console/ui/desk/duty_acts.py" />
   <location filename="../../console/ui/desk/exporting.py" />
   <location filename="../../console/ui/desk/library.py" />
   <location filename="../../console/ui/desk/oversight.py" />
   <location filename="../../console/ui/desk/policy_changes.py" />
   <location filename="../../console/ui/desk/regulating.py" />
   <location filename="../../console/ui/dialogs/lifting.py" />
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Lý do khác</source>
   <translation>Another reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Lý do không duyệt</source>
   <translation>Reason for declining</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Lý do vào báo cáo khảo sát. Công dân không nhận gì.</source>
   <translation>The reason goes into the survey report. The citizen receives nothing.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Lý do xem chưa rõ</source>
   <translation>The reason is not clear</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/asking.py" />
   <source>Lĩnh vực</source>
   <translation>Field</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Lưu bộ lọc</source>
   <translation>Keep filter</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Lưu bộ lọc này?</source>
   <translation>Keep this filter?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Lập bộ hồ sơ</source>
   <translation>Make the packet</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Lập bộ hồ sơ {number} chuyển Cơ quan điều tra?</source>
   <translation>Make the packet of {number} for the investigation body?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Lời ghi trong ảnh: {words}</source>
   <translation>Words recorded in the picture: {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Máy chụp: {device}</source>
   <translation>Camera: {device}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/media.py" />
   <source>Máy chủ: {host}
{url}

Trang sẽ mở trong trình duyệt của máy này và có thể giả mạo hoặc chứa mã độc. Không đăng nhập, không tải tệp. Người gửi có thể biết ai đã mở.</source>
   <translation>Host: {host}
{url}

The page opens in this computer's browser and may be forged or carry malware. Do not sign in, do not download. The sender may learn who opened it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/connection.py" />
   <source>Máy này chưa nối với trang OA nào</source>
   <translation>This machine is not connected to any OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Máy thấy giống</source>
   <translation>The machine finds alike</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/no_cases.py" />
   <source>Máy vẫn nhận tin và người trực khác vẫn thấy. Nhờ người quản trị giao vai trò, hoặc {key} để người khác đăng nhập.</source>
   <translation>The computer still receives messages and other duty officers see them. Ask an administrator for a role, or press {key} for somebody else to sign in.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/fates.py" />
   <source>Máy đang đọc lại hội thoại để đối chiếu.</source>
   <translation>The conversation is being read back to find out.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Mã tin Zalo: {id}</source>
   <translation>Zalo message id: {id}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Mọi tin và tệp của hồ sơ, không kèm danh tính công dân</source>
   <translation>All messages and files of the case, without the citizen's identity</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Một dòng một việc. Ghi sai thì ghi dòng đính chính</source>
   <translation>One line a happening. Mistakes are put right by another line</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Một lần, tất cả hoặc không gì cả. Hồ sơ cũ giữ tên đơn vị cũ. Rồi mở lại chương trình.</source>
   <translation>All of it at once or nothing. Old cases keep the old name. Then open the program again.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/connection.py" />
   <source>Mở dòng lệnh: console connect, theo hướng dẫn trong README</source>
   <translation>Open a terminal: console connect, as the README tells</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/approving.py" />
   <location filename="../../console/ui/desk/fates.py" />
   <location filename="../../console/ui/desk/holding.py" />
   <location filename="../../console/ui/desk/reminding.py" />
   <location filename="../../console/ui/desk/requests.py" />
   <location filename="../../console/ui/desk/reviews.py" />
   <location filename="../../console/ui/search/preview.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Mở hồ sơ</source>
   <translation>Open the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>Mở hồ sơ hẹn sớm nhất</source>
   <translation>Open the earliest</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Mở hồ sơ để xem lý do</source>
   <translation>Open the case to see why</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Mở hồ sơ để đọc lý do</source>
   <translation>Open the case to read why</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/media.py" />
   <source>Mở liên kết ngoài tới {host}?</source>
   <translation>Open an outside link to {host}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <location filename="../../console/ui/review/judging.py" />
   <source>Mở lại</source>
   <translation>Reopen</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Mở lại tài khoản của {name}?</source>
   <translation>Enable the account of {name}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/media.py" />
   <source>Mở trong trình duyệt</source>
   <translation>Open in the browser</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Mục nào khác bản đang dùng sẽ có phiên bản mới; sai một chỗ thì không nhập mục nào</source>
   <translation>Entries that differ get a new version; one mistake and none is imported</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Nghi lộ PIN</source>
   <translation>PIN may be known to others</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Nghỉ dài ngày</source>
   <translation>On long leave</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Ngoài thẩm quyền: nói rõ nơi giải quyết. Bạn xem lại câu trả lời rồi mới gửi.</source>
   <translation>Out of competence: say who can settle it. You look at the answer before it goes.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/asking.py" />
   <source>Nguy cơ</source>
   <translation>Risk</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Nguồn tin chưa nhập phần mềm tin báo</source>
   <translation>Reports not yet in the national software</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Người báo tin yêu cầu gì về liên hệ?</source>
   <translation>How does the informant not want to be reached?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Người giao thấy câu hỏi ngay tại dòng này.</source>
   <translation>The giver sees the question at this line.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Người khác</source>
   <translation>Somebody else</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Người kiểm tra đọc được. Ý kiến vào nhật ký hồ sơ.</source>
   <translation>The reviewer can read it. It goes into the case's log.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Người xin thấy lý do. Cả hai việc nằm trong lịch sử hồ sơ.</source>
   <translation>Who asked sees the reason. Both stay in the case's history.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Ngừng hiện, tải, sao chép và xuất nội dung. Việc tiếp theo: điện trực chỉ huy.</source>
   <translation>Nothing of it is shown, fetched, copied or exported. Next: phone the commander.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Ngừng nhầm</source>
   <translation>Disabled by mistake</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Ngừng tài khoản</source>
   <translation>Disable account</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Ngừng tài khoản của {name}?</source>
   <translation>Disable the account of {name}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Ngừng tài khoản không tên?</source>
   <translation>Disable the nameless account?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Nhiều hơn mức phải báo. Mở hồ sơ, lệnh «Ai đã xem» cho biết xem gì, lúc nào.</source>
   <translation>More than passes untold. In a case, “Who looked” tells what was seen and when.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Nhận lúc: {time}</source>
   <translation>Received: {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Nhập</source>
   <translation>Import</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Nhập thư viện</source>
   <translation>Import the library</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Nhập thư viện từ tệp {name}?</source>
   <translation>Import the library from the file {name}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Nơi chụp ghi trong ảnh: {place}</source>
   <translation>Place recorded in the picture: {place}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <location filename="../../console/ui/dialogs/national.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Nội dung</source>
   <translation>Text</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Nội dung còn sai</source>
   <translation>The content is still wrong</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Nội dung về công tác, lực lượng không công khai</source>
   <translation>It tells of forces or work that are not public</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Nội dung đúng</source>
   <translation>What is right</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>PIN đang dùng, nếu có, hết hiệu lực ngay. Máy hiện PIN mới một lần để đọc cho người nhận.</source>
   <translation>The PIN in use, if any, ends at once. The new one is shown once, to be read out to its officer.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Phát chuông</source>
   <translation>Sound the alarm</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Quay lại bản {number}: {name}?</source>
   <translation>Go back to version {number}: {name}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Quy định</source>
   <translation>Rules</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Quy định giữ nguyên; đề nghị vẫn nằm trong nhật ký.</source>
   <translation>The rules stay as they are; the proposal stays in the log.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Quy định đã đổi sau đó: xem trước rồi đề nghị lại.</source>
   <translation>The rules changed since: preview and propose it anew.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/connection.py" />
   <source>Quyền dùng Zalo OA</source>
   <translation>The right to use the Zalo OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Quên PIN</source>
   <translation>Forgotten PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Rút đề nghị</source>
   <translation>Withdraw proposal</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Rút đề nghị đổi quy định?</source>
   <translation>Withdraw the proposal to change the rules?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>SHA-256 {hash}</source>
   <translation>SHA-256 {hash}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <location filename="../../console/ui/desk/reporting.py" />
   <source>SHA-256 {hash}…</source>
   <translation>SHA-256 {hash}…</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>SHA-256: {hash}</source>
   <translation>SHA-256: {hash}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Sang đơn vị</source>
   <translation>To unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Soạn hướng dẫn</source>
   <translation>Write the referral</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>Sắp hết giờ giữ hồ sơ khẩn</source>
   <translation>The hold on an urgent case is about to end</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>Sắp hết giờ giữ {count} hồ sơ</source>
   <translation>Your hold on {count} cases is about to end</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>Sắp hết giờ giữ {number}</source>
   <translation>Your hold on {number} is about to end</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Sắp xếp tổ chức</source>
   <translation>Reorganise</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Số hồ sơ và số liệu còn nguyên; hồ sơ có lệnh giữ không bị xóa.</source>
   <translation>Case numbers and figures stay; cases on hold are not erased.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Số văn bản gia hạn?</source>
   <translation>Number of the written decision?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Sổ theo dõi khiếu nại, tố cáo</source>
   <translation>Register of complaints and denunciations</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Sổ tiếp công dân</source>
   <translation>Book of citizens received</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Sổ tiếp nhận</source>
   <translation>Register</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Sổ trực ban của {unit}</source>
   <translation>Duty book of {unit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <location filename="../../console/ui/queue/faces.py" />
   <source>Sửa trước {time}</source>
   <translation>Put right by {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Thanh đỏ: kiểm tra kết nối</source>
   <translation>Red bar: check the connection</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Thay bộ lọc cùng tên. Chỉ lưu trên máy này.</source>
   <translation>Replaces the filter of the same name. Kept on this computer only.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Thay quy định</source>
   <translation>Replace the rules</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Thay quy định: {name}?</source>
   <translation>Replace rules: {name}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Theo quy chế trực mới</source>
   <translation>By the new rules of duty</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Theo quyết định của chỉ huy</source>
   <translation>By the commander's decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Theo văn bản của cấp trên</source>
   <translation>By a document from above</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Theo văn bản mới</source>
   <translation>By a new document</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Theo định kỳ</source>
   <translation>At the regular time</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Thiếu tên bộ lọc</source>
   <translation>The name is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Thu hồi</source>
   <translation>Recall</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sharing.py" />
   <source>Thôi chia sẻ màn hình: tên và lời kể hiện lại</source>
   <translation>No longer sharing the screen: names and words are shown again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Thôi cho quyền</source>
   <translation>Take the right</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Thôi cho {role} quyền: {deed}?</source>
   <translation>No longer let {role}: {deed}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>Thống kê</source>
   <translation>Statistics</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Thời hạn của {number}</source>
   <translation>Limits of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Thời hạn luật định không tạm dừng được; gia hạn do trực chỉ huy duyệt.</source>
   <translation>Statutory limits are never paused; the commanding duty officer decides extensions.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Thời hạn đã chạy tiếp</source>
   <translation>The limit runs again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Thử chuông: không nghe</source>
   <translation>Alarm test: not heard</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>Thử chuông: nghe rõ</source>
   <translation>Alarm test: heard</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/keyboard.py" />
   <source>Tiếp nhận hồ sơ trước</source>
   <translation>Accept the case first</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/case_room.py" />
   <source>Tiếp nhận hồ sơ trước khi trả lời công dân</source>
   <translation>Accept the case before you answer the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Tiếp thu</source>
   <translation>Acknowledge</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Tiếp thu ý kiến kiểm tra {number}</source>
   <translation>Acknowledge the findings about {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <location filename="../../console/ui/signin/setup.py" />
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Tiếp tục</source>
   <translation>Continue</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/fates.py" />
   <source>Trả lời chưa gửi</source>
   <translation>The reply has not been sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/approving.py" />
   <source>Trả lời chờ bạn duyệt</source>
   <translation>A reply waits for your approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Trở lại công tác</source>
   <translation>Back on duty</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Trực chỉ huy được báo. Mỗi lần xem đều có lý do trong nhật ký.</source>
   <translation>The commander is told. Each look has its reason in the log.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/no_cases.py" />
   <source>Tài khoản của bạn không còn quyền nào</source>
   <translation>Your account has no rights any more</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Tên bộ lọc</source>
   <translation>Name of the filter</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Tên dài quá {limit} ký tự</source>
   <translation>The name is longer than {limit} characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/case_choice.py" />
   <source>Tìm thấy trong mọi hồ sơ</source>
   <translation>Found in all cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Tạm dừng vì sao?</source>
   <translation>Why is it paused?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Tạm dừng: {clock}</source>
   <translation>Pause: {clock}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Tệp gửi kèm…</source>
   <translation>Files sent along…</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Tệp không có gì khác thư viện</source>
   <translation>Nothing in the file differs from the library</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Tệp nguyên vẹn</source>
   <translation>The file is whole</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Từ đơn vị</source>
   <translation>From unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Từng byte khớp với lúc nhận.</source>
   <translation>Every byte is as it was received.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/foreign.py" />
   <source>Từng tin hiện trong hội thoại với dấu «Gửi ngoài hệ thống».</source>
   <translation>Each message is in its conversation, marked “Sent outside the system”.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/controller.py" />
   <source>Vai trò của bạn không có màn hình này</source>
   <translation>Your role does not have this screen</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/keyboard.py" />
   <source>Vai trò của bạn không làm được việc này</source>
   <translation>Your role may not do this</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/case_room.py" />
   <source>Vai trò của bạn không được trả lời công dân</source>
   <translation>Your role may not reply to citizens</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/no_cases.py" />
   <source>Vai trò {role} không đọc hồ sơ</source>
   <translation>The role {role} reads no cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Việc chưa xong hẳn</source>
   <translation>The matter is not quite over</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/connection.py" />
   <source>Việc này của người quản trị: nhờ người đó đăng nhập rồi làm. Dữ liệu đã lưu vẫn xem được.</source>
   <translation>This is up to an administrator: ask one to sign in and do it. Stored data can still be read.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Việc xuất được ghi nhật ký. Tệp có thể chứa mã độc: chỉ mở trên máy kiểm tra riêng.</source>
   <translation>The export is logged. The file may be malicious: open it only on a separate inspection machine.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Việc đã làm</source>
   <translation>What was done</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Vào hồ sơ và báo cáo khảo sát.</source>
   <translation>Goes into the case and the survey report.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Vào nhật ký của hồ sơ.</source>
   <translation>It goes into the case's log.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Vì sao</source>
   <translation>Why</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/law_terms.py" />
   <source>Xem danh sách</source>
   <translation>Show the list</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Xem nhiều danh tính: {who}</source>
   <translation>Many identities seen: {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/approving.py" />
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Xem và duyệt</source>
   <translation>Look and approve</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Xuất hồ sơ</source>
   <translation>Export the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Xuất hồ sơ {number}?</source>
   <translation>Export case {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Xuất một tệp của {number}?</source>
   <translation>Export a file of {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Xuất thư viện</source>
   <translation>Export the library</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <location filename="../../console/ui/desk/reporting.py" />
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Xuất tệp</source>
   <translation>Export</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/foreign.py" />
   <location filename="../../console/ui/inspector/suggestion.py" />
   <source>Xác nhận</source>
   <translation>Confirm</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/asking.py" />
   <source>Xử lý</source>
   <translation>Handling</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Yêu cầu khác</source>
   <translation>Another wish</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Zalo</source>
   <translation>Zalo</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/fates.py" />
   <source>Zalo từ chối tin gửi</source>
   <translation>Zalo refused the reply</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>bản lưu</source>
   <translation>cache</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>chưa có số</source>
   <translation>no number yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>chờ bổ sung</source>
   <translation>waiting for details</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>kho</source>
   <translation>store</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>không có ở tổ chức kế tiếp</source>
   <translation>not in the next organisation</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>thay bằng {count} đơn vị</source>
   <translation>{count} units take over</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>thay bằng {unit}</source>
   <translation>{unit} takes over</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>toàn tỉnh</source>
   <translation>whole province</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/filling.py" />
   <source>tỉnh Cao Bằng</source>
   <translation>Cao Bằng province</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>từ {district}</source>
   <translation>from {district}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/bulk.py" />
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>{count} hồ sơ bỏ qua</source>
   <translation>{count} cases left out</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/law_terms.py" />
   <source>{count} hồ sơ có hạn luật trong 48 giờ</source>
   <translation>{count} cases with a legal term within 48 hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/law_terms.py" />
   <source>{count} hồ sơ đã quá hạn luật. Tất cả ở mục ⑤ của biên bản.</source>
   <translation>{count} cases are past their legal term. All of them are in part ⑤ of the record.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>{count} hồ sơ đến giờ nhắc lại</source>
   <translation>{count} cases are due to come back</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <location filename="../../console/ui/desk/badge.py" />
   <source>{count} tin KHẨN chưa ai nhận</source>
   <translation>{count} URGENT messages nobody has taken</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/media.py" />
   <source>{kind} · {time} · SHA-256 {hash}</source>
   <translation>{kind} · {time} · SHA-256 {hash}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/case_room.py" />
   <source>{name} đang giữ hồ sơ này</source>
   <translation>{name} holds this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>{name} đã xem {count} danh tính hôm nay</source>
   <translation>{name} saw {count} identities today</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/alarms.py" />
   <source>{number} bị trả lại</source>
   <translation>{number} was given back</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/requests.py" />
   <source>{number} bị trả lại nhiều lần: chờ bạn quyết định nơi xử lý</source>
   <translation>{number} was given back several times: you decide where it goes</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/covering.py" />
   <source>{number} chưa chuyển hay báo cho đơn vị nào</source>
   <translation>{number} has not been handed to any unit, and none was told of it</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/registering.py" />
   <source>{number} chưa được chuyển đi đâu</source>
   <translation>{number} was not handed on</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>{number} không chờ ký đóng</source>
   <translation>{number} does not wait for a signature</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>{number} không có hẹn nhắc lại</source>
   <translation>{number} has no reminder</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>{number} không có tin máy báo khẩn</source>
   <translation>{number} has no message that was taken for an emergency</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/covering.py" />
   <source>{number} không có tệp nào gửi kèm được</source>
   <translation>{number} has no file that can be sent along</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>{number} không có yêu cầu liên hệ nào</source>
   <translation>{number} has no contact wish</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/national.py" />
   <location filename="../../console/ui/desk/people.py" />
   <source>{number} không phải nguồn tin về tội phạm</source>
   <translation>{number} is not a crime report</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/covering.py" />
   <source>{number} không phải tin giữ kín nguồn: đơn vị đã thấy mọi tệp</source>
   <translation>The source of {number} is not sealed: the unit sees every file</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/registering.py" />
   <source>{number} không phải tố cáo, khiếu nại</source>
   <translation>{number} is no denunciation or complaint</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>{number} không thuộc vụ chung nào</source>
   <translation>{number} belongs to no incident</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>{number} nghi có bí mật nhà nước?</source>
   <translation>May {number} hold a state secret?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/fates.py" />
   <source>{number} · {detail}</source>
   <translation>{number} · {detail}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>{number}: không duyệt gia hạn, hạn cũ còn nguyên</source>
   <translation>{number}: extension refused, the old limit stands</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>{number}: không khẩn cấp</source>
   <translation>{number}: no emergency</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>{number}: mức {name}</source>
   <translation>{number}: priority {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>{number}: thời hạn nội bộ tạm dừng</source>
   <translation>{number}: the house limit stands still</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>{number}: {name}</source>
   <translation>{number}: {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>{number}: đã duyệt gia hạn</source>
   <translation>{number}: extension granted</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>{number}: đã ghi vào báo cáo khẩn</source>
   <translation>{number}: written into the urgent report</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>{number}: đã ghi vào báo cáo khẩn. Chưa chọn loại việc</source>
   <translation>{number}: noted in the urgent report. Its kind is not chosen yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>{number}: đã ghi “{what}”</source>
   <translation>{number}: noted “{what}”</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>{number}: đã ghi “{what}”. Chưa chọn loại việc</source>
   <translation>{number}: noted “{what}”. Its kind is not chosen yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>{number}: đã đề nghị gia hạn, hạn chưa đổi cho tới khi duyệt</source>
   <translation>{number}: extension asked for; the limit stays as it is until it is granted</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>{number}: đạt</source>
   <translation>{number}: passed</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>{unit} chưa tiếp nhận</source>
   <translation>{unit} has not accepted yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/no_cases.py" />
   <source>{unit} không còn trong tổ chức đang dùng</source>
   <translation>{unit} is no more in the organisation in force</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>{what}. Lúc đề nghị có {then} thời hạn đổi, bây giờ {now}</source>
   <translation>{what}. When proposed {then} limits changed, now {now}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>{what}. {count} cán bộ phải đổi đơn vị sau đó (trang Quản trị): {names}</source>
   <translation>{what}. {count} officers need another unit afterwards (Administration page): {names}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>{who} duyệt. Mở lại chương trình để dùng quy định mới.</source>
   <translation>{who} approved. Start the program again to use the new rules.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>{who} giao {number} cho bạn</source>
   <translation>{who} gave you {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>{who} · {count} hồ sơ</source>
   <translation>{who} · {count} cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/holding.py" />
   <source>{who} đã nhận {number} từ bạn</source>
   <translation>{who} took {number} over from you</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <location filename="../../console/ui/desk/regulating.py" />
   <source>{who} đề nghị: {reason}</source>
   <translation>{who} proposes: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Ý kiến khác</source>
   <translation>Something else</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/covering.py" />
   <source>Đang chia sẻ màn hình: ảnh và ghi âm không mở. Thôi chia sẻ ({key}) rồi mở lại.</source>
   <translation>Sharing the screen: pictures and recordings do not open. Stop sharing ({key}), then open again.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <source>Đang có khiếu nại, tố cáo về hồ sơ này</source>
   <translation>There is a complaint or denunciation about this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Đang dùng: {tree}</source>
   <translation>In force: {tree}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Đang lập báo cáo…</source>
   <translation>Making the report…</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Đang mã hóa tệp xuất {number}…</source>
   <translation>Encrypting the export of {number}…</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/case_choice.py" />
   <location filename="../../console/ui/search/delegate.py" />
   <location filename="../../console/ui/search/filters.py" />
   <source>Đang mở</source>
   <translation>Open</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Đang phát. Nghe thấy thì bấm phím số này:</source>
   <translation>Sounding. If you hear it, press this digit:</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/asking.py" />
   <source>Đang đọc lại hội thoại trên Zalo để đối chiếu</source>
   <translation>Reading the conversation back from Zalo to compare</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Điện ngay, văn bản trong 2 giờ, báo cáo tiếp trong 4 giờ</source>
   <translation>Phone now, written within 2 hours, follow-up within 4 hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Đã báo {unit} để biết {number}</source>
   <translation>{unit} now knows of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>Đã bỏ hẹn nhắc lại {number}</source>
   <translation>Reminder of {number} removed</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/registering.py" />
   <source>Đã bỏ thời gian xảy ra của {number}</source>
   <translation>Took the time of the deed of {number} back</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã bỏ yêu cầu liên hệ của {number}</source>
   <translation>Contact wish of {number} taken off</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sharing.py" />
   <source>Đã che tên và lời kể; ảnh chụp mang tên bạn và giờ</source>
   <translation>Names and words are covered; a screenshot carries your name and the time</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã cho xem danh tính {number}</source>
   <translation>The identity of {number} may be seen</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã chuyển theo kênh bảo mật, ở đây vẫn khóa</source>
   <translation>Went by the secure channel, stays locked here</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã chuyển {number} cho {unit}, chờ nơi nhận xác nhận</source>
   <translation>{number} forwarded to {unit}, waiting for acknowledgement</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Đã chăm sóc lại {number} thế nào?</source>
   <translation>What was done about {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Đã có cán bộ trực mang tên mình</source>
   <translation>Duty officers with names of their own are there</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/saved_views.py" />
   <source>Đã có {count} bộ lọc: bỏ bớt trong trình lọc rồi lưu</source>
   <translation>There are {count} filters already: drop one in the filter menu, then keep this</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Đã cùng vụ</source>
   <translation>In the same incident already</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã duyệt trả lời</source>
   <translation>Reply approved</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đã duyệt, quy định mới có hiệu lực. Mở lại chương trình</source>
   <translation>Approved, the new rules are in force. Start the program again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/foreign.py" />
   <source>Đã ghi ai gửi tin ngoài hệ thống</source>
   <translation>Who sent them is in the log</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Đã ghi cho {number}</source>
   <translation>Noted for {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đã ghi không duyệt, quy định giữ nguyên</source>
   <translation>Declined, the rules stay as they are</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/people.py" />
   <source>Đã ghi kết quả giải quyết {number}</source>
   <translation>Outcome of {number} recorded</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/registering.py" />
   <source>Đã ghi kết quả thực hiện ý kiến chỉ đạo về {number}</source>
   <translation>What was done on the instruction about {number} is recorded</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/registering.py" />
   <source>Đã ghi kết quả xem xét {number}</source>
   <translation>Recorded what was made of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/people.py" />
   <source>Đã ghi người bị tố giác, bị hại của {number}</source>
   <translation>Accused and victims of {number} recorded</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/registering.py" />
   <source>Đã ghi số phiếu chuyển của {number}</source>
   <translation>Recorded the transfer slip's number of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Đã ghi sổ trực</source>
   <translation>Written into the duty book</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/people.py" />
   <source>Đã ghi thông báo Viện kiểm sát của {number}</source>
   <translation>Notice to the procuracy of {number} recorded</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/registering.py" />
   <source>Đã ghi thời gian xảy ra của {number}</source>
   <translation>Recorded the time of the deed of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Đã ghi tiếp thu</source>
   <translation>Acknowledged</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/covering.py" />
   <source>Đã ghi tệp gửi kèm của {number} cho {unit}</source>
   <translation>Recorded which files of {number} go to {unit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã ghi việc điện chỉ huy của {number}</source>
   <translation>The call about {number} was noted</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã ghi yêu cầu liên hệ của {number}</source>
   <translation>The contact wish of {number} was noted</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reporting.py" />
   <source>Đã ghi {name}</source>
   <translation>Wrote {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Đã ghi {unit} tiếp nhận {number}</source>
   <translation>Noted that {unit} accepted {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/registering.py" />
   <source>Đã ghi ý kiến chỉ đạo về {number}</source>
   <translation>Recorded the instruction on {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Đã ghi đính chính</source>
   <translation>Correction written</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã ghi: trả lời chưa tới</source>
   <translation>Noted: the reply did not arrive</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã ghi: trả lời đã tới</source>
   <translation>Noted: the reply arrived</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/national.py" />
   <source>Đã ghi: {number} đã nhập phần mềm tin báo</source>
   <translation>Noted: {number} is in the national software</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Đã giao ca. Mở ca mới để bắt đầu</source>
   <translation>Shift handed over. Open a new one to begin</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Đã giao hồ sơ</source>
   <translation>Case handed over</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Đã giao {number}</source>
   <translation>{number} handed over</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Đã gắn {number} cùng vụ với {count} hồ sơ</source>
   <translation>{number} linked with {count} cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Đã gộp vào hồ sơ khác: gắn hồ sơ đó</source>
   <translation>Merged into another case: link that one</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã gộp {number}</source>
   <translation>{number} merged</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/linking.py" />
   <source>Đã gỡ {number} khỏi vụ chung</source>
   <translation>{number} unlinked</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã gửi yêu cầu xem danh tính {number}: chờ người thứ hai duyệt</source>
   <translation>The request to see the identity of {number} was sent: a second person decides</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/bulk.py" />
   <source>Đã hoàn tác {count} hồ sơ</source>
   <translation>Taken back for {count} cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã hoàn tác: {said}</source>
   <translation>Undone: {said}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>Đã hẹn nhắc lại lúc {time}</source>
   <translation>You will be reminded at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã hẹn nhắc lại {number}</source>
   <translation>{number} will come back</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã hủy, chưa gửi gì cho công dân</source>
   <translation>Taken back, nothing was sent to the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã hủy, chưa gửi gì cho công dân. Nội dung ở lại ô soạn</source>
   <translation>Taken back, nothing was sent to the citizen. The text stays in the field</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã khóa {number}. Điện trực chỉ huy ngay, rồi bấm lại lệnh này để ghi</source>
   <translation>{number} is locked. Phone the commander now, then use this command again to note it</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Đã khôi phục bản {version} thành bản {made}</source>
   <translation>Version {version} restored as version {made}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Đã kiểm tra, duyệt xóa</source>
   <translation>Checked, approve erasing</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Đã ký giao ca</source>
   <translation>Handover signed</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Đã ký đóng {number}</source>
   <translation>{number} signed and closed</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã kết luận về {number}</source>
   <translation>Decided about {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/case_choice.py" />
   <source>Đã kết thúc</source>
   <translation>Ended</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/asking.py" />
   <source>Đã kết thúc: chỉ gộp vào hồ sơ đang mở</source>
   <translation>Ended: merge only into an open case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/bulk.py" />
   <source>Đã làm với {count} hồ sơ</source>
   <translation>Done with {count} cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/covering.py" />
   <source>Đã lưu bản che của {number}; ảnh gốc giữ nguyên</source>
   <translation>Covered copy of {number} saved; the original stays as it is</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Đã lưu tài khoản {name}</source>
   <translation>The account of {name} is saved</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Đã lưu “{title}”, bản {version}</source>
   <translation>Saved “{title}”, version {version}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/looks.py" />
   <source>Đã lưu. Phần ghi “khi mở lại” có hiệu lực khi mở lại chương trình</source>
   <translation>Saved. What says “when opened again” counts after a restart</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Đã mở ca trực</source>
   <translation>Shift opened</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Đã mở lại tài khoản {name}</source>
   <translation>The account of {name} is enabled</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã mở lại {number}</source>
   <translation>{number} reopened</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Đã mở lại {number}, hồ sơ về hàng đợi</source>
   <translation>{number} reopened and back in the queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Đã ngừng tài khoản không tên</source>
   <translation>The nameless account is disabled</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Đã ngừng tài khoản {name}</source>
   <translation>The account of {name} is disabled</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Đã nhập {count} mục</source>
   <translation>Entries imported: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/connection.py" />
   <source>Đã nối lại Zalo OA</source>
   <translation>The Zalo OA is connected again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Đã rõ, rút kinh nghiệm</source>
   <translation>Understood, lesson learnt</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Đã rõ, sửa ngay</source>
   <translation>Understood, will be put right now</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/duty_acts.py" />
   <source>Đã rút đề nghị đóng {number}</source>
   <translation>Proposal to close {number} withdrawn</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đã rút đề nghị đổi quy định</source>
   <translation>Proposal to change the rules withdrawn</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Đã sắp xếp tổ chức. Mở lại chương trình</source>
   <translation>Reorganised. Open the program again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã sửa nhãn của {number}</source>
   <translation>Tags of {number} changed</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã sửa và duyệt trả lời</source>
   <translation>Reply changed and approved</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đã thay {name}. Mở lại chương trình</source>
   <translation>{name} replaced. Open the program again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Đã thu hồi {number}</source>
   <translation>{number} recalled</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/oversight.py" />
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Đã thôi giữ {number}</source>
   <translation>{number} is no longer kept</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã tiếp nhận {number}</source>
   <translation>{number} accepted</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã trả lại trả lời cho người soạn, chưa gửi gì</source>
   <translation>Given back to its author, nothing was sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Đã trả lại {number}</source>
   <translation>{number} returned</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reviews.py" />
   <source>Đã trả lại {number} kèm nhận xét</source>
   <translation>{number} returned with a comment</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Đã trả về hàng đợi</source>
   <translation>Returned to the queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã trả {number} về hàng đợi</source>
   <translation>{number} is back in the queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã tách thành hồ sơ mới</source>
   <translation>Split into a new case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Đã xem</source>
   <translation>Seen</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/library.py" />
   <source>Đã xuất {count} mục</source>
   <translation>Entries exported: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <source>Đã xuất {name}: {count} tệp đính kèm, đã mã hóa</source>
   <translation>Exported {name}: {count} attachments, encrypted</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã xác nhận gợi ý cho {number}</source>
   <translation>Suggestion confirmed for {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Đã xóa nội dung hết thời gian lưu giữ</source>
   <translation>Content over time was erased</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/acts.py" />
   <source>Đã xếp câu trả lời để gửi lại</source>
   <translation>The reply is queued to be sent again</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Đã điện</source>
   <translation>Phoned</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/confiding.py" />
   <source>Đã điện ai về {number}?</source>
   <translation>Who was phoned about {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Đã điện lúc này</source>
   <translation>Phoned just now</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/asking.py" />
   <source>Đã đóng {number}. Công dân không nhận thông báo</source>
   <translation>{number} closed. The citizen is not told</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/pin_asking.py" />
   <source>Đã đặt PIN mới</source>
   <translation>New PIN set</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/pin_asking.py" />
   <source>Đã đặt PIN. Từ nay máy này chỉ mở bằng PIN; cấp cho người khác ở trang Quản trị</source>
   <translation>PIN set. From now on this machine opens by PIN only; issue PINs to others on the Administration page</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đã đề nghị thay {name}, chờ người thứ hai duyệt</source>
   <translation>Proposed to replace {name}, waiting for a second person</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Đã đề nghị xóa, chờ người thứ hai duyệt</source>
   <translation>Erasing proposed, waits for a second officer</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/asking.py" />
   <source>Đã đề nghị đóng {number}, hồ sơ chưa đóng</source>
   <translation>The end of {number} is proposed; the case is not closed yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Đã đổi quyền của {role}</source>
   <translation>The rights of {role} are changed</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/shifts.py" />
   <source>Đính chính dòng {time}?</source>
   <translation>Correct the line of {time}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Đúng địa bàn</source>
   <translation>Right area</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/administering.py" />
   <source>Đăng nhập lại được ngay.</source>
   <translation>Can sign in again at once.</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/case_room.py" />
   <location filename="../../console/ui/desk/keyboard.py" />
   <source>Đơn vị của bạn chỉ được biết hồ sơ này</source>
   <translation>Your unit is only told of this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Đơn vị không có máy trực: ghi tên người nhận</source>
   <translation>The unit has no console: note who accepted</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/escalating.py" />
   <source>Đơn vị nhận qua điện thoại…</source>
   <translation>Accepted by phone…</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/sound_check.py" />
   <source>Đầu ca trực: chắc chắn rằng nghe được chuông báo tin khẩn</source>
   <translation>Start of the shift: make sure that the alarm for urgent messages can be heard</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/exporting.py" />
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Đặt mật khẩu…</source>
   <translation>Set a pass phrase…</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>Đến giờ nhắc lại</source>
   <translation>Reminder is due</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/reminding.py" />
   <source>Đến giờ nhắc lại {number}</source>
   <translation>Reminder: {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>Đề nghị gia hạn: {clock}</source>
   <translation>Ask for an extension: {clock}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đề nghị thay quy định</source>
   <translation>Propose the change</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <location filename="../../console/ui/law/page.py" />
   <source>Đề nghị xóa</source>
   <translation>Propose erasing</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>Đề nghị xóa nội dung hết thời gian lưu giữ?</source>
   <translation>Propose erasing content that is over time?</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đề nghị đổi quy định của bạn không được duyệt</source>
   <translation>Your proposal to change the rules was declined</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đề nghị đổi quy định của bạn đã cũ</source>
   <translation>Your proposal to change the rules is out of date</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/policy_changes.py" />
   <source>Đề nghị đổi quy định của bạn đã được duyệt</source>
   <translation>Your proposal to change the rules was approved</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/clocking.py" />
   <source>đến {until} thay vì {due}: {reason}</source>
   <translation>until {until} instead of {due}: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/regulating.py" />
   <source>đổi tên thành {unit}</source>
   <translation>renamed to {unit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/media.py" />
   <source>ảnh</source>
   <translation>picture</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/media.py" />
   <source>ảnh động, khung đầu</source>
   <translation>animation, first frame</translation>
  </message>
  <message>
   <location filename="../../console/ui/desk/no_cases.py" />
   <source>Ở đây không thấy tin của công dân, kể cả số lượng: không phải là không có tin. Máy vẫn nhận tin, người trực thấy và xử lý. Việc của bạn là cán bộ và quyền, quy định, thư viện, kết nối Zalo OA.</source>
   <translation>Citizens' messages are not shown here, not even how many: it does not mean that there are none. The computer still receives them, and duty officers see and handle them. Your work is officers and rights, rules, the library, and the Zalo OA connection.</translation>
  </message>
 </context>
 <context>
  <name>ui/dialogs</name>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>(không có chữ)</source>
   <translation>(no words)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>(trống)</source>
   <translation>(empty)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>07:00 sáng mai</source>
   <translation>07:00 tomorrow</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>1 giờ</source>
   <translation>1 hour</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>1 giờ nữa</source>
   <translation>In 1 hour</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>1 ngày nữa</source>
   <translation>In a day</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>1. Mở liên kết này trên trình duyệt, đăng nhập và bấm Đồng ý</source>
   <translation>1. Open this link in a browser, sign in and agree</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>12 giờ nữa</source>
   <translation>In 12 hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>15 phút</source>
   <translation>15 minutes</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>2. Dán địa chỉ cuối cùng của trình duyệt vào đây</source>
   <translation>2. Paste the address the browser ended at</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>24 giờ</source>
   <translation>24 hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>3 giờ nữa</source>
   <translation>In 3 hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>30 phút nữa</source>
   <translation>In 30 minutes</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>4 giờ</source>
   <translation>4 hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Ai gửi tin này cho công dân?</source>
   <translation>Who sent this message to the citizen?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Ai nhận {number}?</source>
   <translation>Who accepts {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Ai đã xem</source>
   <translation>Who looked</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Ai đã xem {number}</source>
   <translation>Who looked into {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Báo cáo</source>
   <translation>Report</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Báo cáo khẩn {number}</source>
   <translation>Urgent report {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Báo mật khẩu cho người nhận bằng đường khác, không gửi cùng tệp.</source>
   <translation>Tell the receiver the pass phrase by another way, not with the file.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Báo đã làm…</source>
   <translation>Report as done…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Bạn sửa</source>
   <translation>Your changes</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Bạn sửa so với bản của {who}</source>
   <translation>Your changes to what {who} wrote</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Bạn vẫn chịu trách nhiệm đến khi đơn vị tiếp nhận.</source>
   <translation>You stay responsible until the unit accepts.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Bạn vẫn chịu trách nhiệm đến khi đơn vị tiếp nhận; sau {count} phút không nhận thì hồ sơ về lại, có chuông.</source>
   <translation>You stay responsible until the unit accepts; after {count} minutes without it the case comes back with an alarm.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Bản nháp báo cáo, đã điền sẵn</source>
   <translation>Draft of the report, pre-filled</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Bản sao lưu</source>
   <translation>Backups</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Bản sao lưu hoàn chỉnh, mới nhất trước</source>
   <translation>Complete backups, newest first</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>Bản đơn vị nhận thấy</source>
   <translation>What the receiving unit sees</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Bỏ nhãn</source>
   <translation>Take a tag off</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Bỏ tin</source>
   <translation>Give the message up</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Bỏ {unit} khỏi đơn vị để biết</source>
   <translation>Remove {unit} from the units to inform</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Bốn, năm từ không liên quan nhau, có dấu hoặc số, là đủ khó đoán.</source>
   <translation>Four or five words that have nothing to do with each other, with marks or digits, are hard enough to guess.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Che {file}</source>
   <translation>Cover {file}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Chuyển cấp {number}</source>
   <translation>Escalate {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Chuyển hồ sơ</source>
   <translation>Transfer the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Chuyển hồ sơ {number}</source>
   <translation>Transfer case {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Chuyển người ngoài cuộc</source>
   <translation>Hand to who is free of it</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Chuyển nhầm đơn vị</source>
   <translation>Sent to the wrong unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Chuyển {unit}. Số do văn thư cấp; máy chỉ ghi lại.</source>
   <translation>To {unit}. The clerk gives the number; the console only records it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>Chuông nhắc và hồ sơ đứng đầu nhóm lúc {time} ngày {date}, hoặc ngay khi công dân nhắn. Hạn xử lý vẫn chạy.</source>
   <translation>It rings and stands at the head of its group at {time} on {date}, or as soon as the citizen writes. Deadlines keep running.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Chép một mục để nhập phần mềm tin báo</source>
   <translation>Copied a field for the national software</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Chép nội dung dài</source>
   <translation>Copied a long text</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Chưa chọn ai: ghi là chưa rõ liên quan ai</source>
   <translation>Nobody ticked: noted as not known yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Chưa chọn hồ sơ để gộp vào</source>
   <translation>No case chosen to merge into</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Chưa chọn tin nào</source>
   <translation>No message chosen</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Chưa có gì bị thay đổi</source>
   <translation>Nothing has been changed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Chưa có tin nào tới công dân, chọn kết quả khác</source>
   <translation>No message has reached the citizen, choose another outcome</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Chưa có ý kiến</source>
   <translation>No instruction yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Chưa có ý kiến chỉ đạo nào.</source>
   <translation>No instruction was given yet.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>Chưa dán địa chỉ</source>
   <translation>No address pasted yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Chưa ghi kết quả</source>
   <translation>Nothing written yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Chưa ghi nơi xảy ra</source>
   <translation>Where it happened was not recorded</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Chưa mở được bàn trực</source>
   <translation>The console could not be opened</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Chưa rõ ai bị hại, hoặc còn người khác chưa rõ</source>
   <translation>Not known who was harmed, or there are others not known</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Chưa rõ là ai, hoặc còn người khác chưa rõ</source>
   <translation>Not known who it is, or there are others not known</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Chưa thay đổi gì</source>
   <translation>Nothing is changed yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/tags.py" />
   <source>Chưa đổi nhãn nào</source>
   <translation>No tag changed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Chỉ đọc, không gửi gì.</source>
   <translation>Only reads, sends nothing.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/settings.py" />
   <source>Chỉ đổi trên máy này, cho người dùng máy này</source>
   <translation>Only for this machine and its user</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Chọn ai đã gửi</source>
   <translation>Choose who sent it</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Chọn hồ sơ nói về cùng một vụ; máy gợi ý, bạn quyết định</source>
   <translation>Choose the cases that tell of one incident; the machine proposes, you decide</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Chọn kết quả</source>
   <translation>Choose an outcome</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Chọn loại việc</source>
   <translation>Choose the kind of matter</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pick.py" />
   <source>Chọn một dòng</source>
   <translation>Choose a line</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Chọn một kết luận</source>
   <translation>Choose a decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Chọn một mục trong danh sách</source>
   <translation>Choose one in the list</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Chọn một việc</source>
   <translation>Choose an act</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Chọn quyết định</source>
   <translation>Choose the decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Chọn thư mục sao lưu</source>
   <translation>Choose a folder of backups</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Chọn thư mục…</source>
   <translation>Choose a folder…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Chọn tin này đã trả lời công dân hay chưa</source>
   <translation>Choose whether this message answered the citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Chọn tệp khóa đã cất giữ</source>
   <translation>Choose the key file that was kept</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Chọn ít nhất một hồ sơ</source>
   <translation>Choose at least one case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Các mục của sổ</source>
   <translation>Fields of the register</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Còn nhiều hồ sơ có chữ này: gõ thêm để thu hẹp</source>
   <translation>More cases have these words: type more to narrow down</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Còn {count} tin chưa rõ hoặc chưa gửi xong – xử lý trước khi đóng</source>
   <translation>Replies unknown or not finished: {count} – settle them before closing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Có dòng quá dài: họ tên rồi dấu phẩy, thông tin ngắn gọn</source>
   <translation>A line is too long: the name, a comma, then a few words</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Có thông tin mới</source>
   <translation>There is new information</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Công dân không nhận thông báo.</source>
   <translation>The citizen is not notified.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Công dân không nhận thông báo. Tin cuối của công dân chưa được trả lời.</source>
   <translation>The citizen is not notified. The citizen's last message has not been answered.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Căn cứ: {citation} (cần kiểm tra lại văn bản)</source>
   <translation>Basis: {citation} (to be checked against the text)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Cấp bậc, họ tên người nhận điện</source>
   <translation>Rank and name of who took the call</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Cần bổ sung trước khi chuyển</source>
   <translation>Needs more before it is sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Cần gọi lại để cứu giúp hoặc ngăn chặn</source>
   <translation>Must call back to help or to prevent harm</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>Cần người quản trị OA. Phần mềm không thấy mật khẩu Zalo; dữ liệu đã lưu giữ nguyên.</source>
   <translation>Needs an administrator of the OA. The program never sees the Zalo password; stored data stay as they are.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Diễn tập khôi phục</source>
   <translation>Rehearse the restore</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Duyệt gửi</source>
   <translation>Approve and send</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Duyệt trả lời của {number}</source>
   <translation>Approve the reply of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Dùng tệp khóa…</source>
   <translation>Use a key file…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Dạng tệp</source>
   <translation>File format</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Enter hoặc Ctrl+C chép mục đang chọn rồi sang mục sau; lần xem và mỗi lần chép vào nhật ký. Người báo tin ghi theo mã như trong sổ, danh tính chỉ xem bằng «Hiện danh tính».</source>
   <translation>Enter or Ctrl+C copies the chosen field and goes on to the next; the look and each copy go into the log. The informant stands under a code as in the register; who it is only «Show identity» tells.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Ghi họ tên người gửi</source>
   <translation>Enter the sender’s name</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ghi kèm tên bạn và giờ. Ý kiến trước vẫn còn; tên, số của người báo tin được che.</source>
   <translation>Your name and the time go with it. Earlier ones stay; the informant's name and numbers are covered.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ghi kèm tên bạn và giờ; có trong biên bản giao ca. Tên, số của người báo tin được che.</source>
   <translation>Recorded with your name and the time; it is in the handover record. The informant's names and numbers are covered.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ghi kết quả</source>
   <translation>Record it</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Ghi loại việc</source>
   <translation>Note the kind</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Ghi lý do trả lại, rồi bấm {key}</source>
   <translation>Write why it goes back, then press {key}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Ghi nhật ký trước khi xuất. Tệp có dấu người xuất; danh tính công dân không có trong tệp.</source>
   <translation>Logged before it is written. The file carries your mark; no citizen’s identity is in it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Ghi nhật ký trước khi xuất. Tệp có tên người bị tố giác, bị hại mà bạn được xem; không có danh tính người báo tin.</source>
   <translation>Noted in the log before it leaves. The file names the accused and the victims you may know; the informant's identity is not in it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Ghi thành lần nhập mới; lần trước vẫn còn trong lịch sử</source>
   <translation>Noted as a new entry; the earlier one stays in the history</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <location filename="../../console/ui/dialogs/people.py" />
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ghi vào hồ sơ</source>
   <translation>Put on the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/settings.py" />
   <source>Ghi vào hồ sơ cài đặt của máy này</source>
   <translation>Written to this machine's settings</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Ghi vào hồ sơ và nhật ký; ghi lại được</source>
   <translation>Goes on the case and into the log; can be recorded again</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Ghi vào nhật ký; cảnh báo mở tới khi trực chỉ huy xác nhận</source>
   <translation>Goes into the log; the alarm stays open until the duty commander confirms</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <location filename="../../console/ui/dialogs/petition.py" />
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ghi vào sổ</source>
   <translation>Record</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Ghi vào sổ và lịch sử; các thời hạn giải quyết và thông báo xong</source>
   <translation>Goes into register and history; the limits for deciding and telling are met</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Ghi vào sổ và lịch sử; hạn 3 ngày thông báo kết quả chạy từ ngày quyết định</source>
   <translation>Goes into register and history; the 3 days for telling the result run from the day of the decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Ghi vào sổ và lịch sử; hạn thụ lý xong</source>
   <translation>Goes into register and history; the term for taking it up ends</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Ghi vào sổ và lịch sử; hạn thụ lý xong, hạn giải quyết chạy từ ngày văn bản</source>
   <translation>Goes into register and history; the term for taking it up ends, the one for settling runs from the paper's day</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ghi vào sổ và lịch sử; phiếu chuyển in ra mang số này</source>
   <translation>Goes into register and history; the printed slip bears this number</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Ghi vào sổ và lịch sử; thời hạn giải quyết xong</source>
   <translation>Goes into register and history; the term for settling ends</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Ghi vào sổ và lịch sử; thời hạn thông báo xong</source>
   <translation>Goes into register and history; the time limit is met</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Ghi vào sổ và lịch sử; thời hạn vẫn chạy tới khi thông báo người báo tin</source>
   <translation>Goes into register and history; the time limit runs on until the informant is told</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ghi ý kiến</source>
   <translation>Record instruction</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Ghi đã nhập</source>
   <translation>Note as entered</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Ghi đã tiếp nhận</source>
   <translation>Note the acceptance</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ghi đúng như người báo tin nói; không đoán giờ. Để trống nếu chưa rõ.</source>
   <translation>Write what the informant said; guess no hour. Leave it empty if unknown.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Giấu tên và số điện thoại người báo tin – bắt buộc; cần thì xin xem, có lý do</source>
   <translation>Name and phone of the informant are hidden – always; whoever needs them asks, with a reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Giọng nói nhận ra người báo tin: chỉ gửi khi không có cách khác.</source>
   <translation>A voice tells who the informant is: send it only if there is no other way.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Giờ bấm vào nhật ký; hai thời hạn chạy từ lúc mở báo cáo.</source>
   <translation>The time goes into the log; both limits run from the opening of the report.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Giờ nhập ghi dạng 14:35 14/03/2026</source>
   <translation>Write the time as 14:35 14/03/2026</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Giờ nhập phải sau lúc tiếp nhận, {time}</source>
   <translation>It cannot be before the report was received, {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>Giờ nhắc lại</source>
   <translation>Time of the reminder</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>Giờ nhắc lại đã qua, chọn giờ khác</source>
   <translation>That time has passed, choose another</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/dialogs/pick.py" />
   <location filename="../../console/ui/inspector/facts.py" />
   <source>Gõ không dấu cũng được</source>
   <translation>Marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/tags.py" />
   <source>Gõ không dấu, ↵ chọn; số 1–9 chọn nhanh</source>
   <translation>Type without marks, ↵ chooses; 1–9 choose at once</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Gõ để lọc tin, ↵ chọn</source>
   <translation>Type to filter, ↵ chooses</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Gắn cùng vụ</source>
   <translation>Link</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Gắn nhãn</source>
   <translation>Put a tag on</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Gắn {count} hồ sơ: {numbers}</source>
   <translation>Link {count} cases: {numbers}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Gắn {count} hồ sơ: {numbers}…</source>
   <translation>Link {count} cases: {numbers}…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Gắn {number} vào cùng vụ</source>
   <translation>Link {number} to one incident</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Gộp hồ sơ</source>
   <translation>Merge the cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Gộp {number} vào hồ sơ nào?</source>
   <translation>Merge {number} into which case?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Gửi bản bạn sửa; người soạn thấy chỗ sửa, cả hai bản ở trong nhật ký</source>
   <translation>Sends your version; the author sees the changes, both versions stay in the log</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Gửi bản che</source>
   <translation>Send covered</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Gửi công dân nguyên văn ngay sau khi duyệt</source>
   <translation>Goes to the citizen as it is, right after approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Gửi kèm {what}</source>
   <translation>Goes along: {what}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Gửi nguyên</source>
   <translation>Send whole</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Hai lần nhập mật khẩu không giống nhau</source>
   <translation>The two pass phrases are not the same</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/tags.py" />
   <source>Hay dùng</source>
   <translation>Most used</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <location filename="../../console/ui/dialogs/reason.py" />
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>Hiện danh tính</source>
   <translation>Reveal identity</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Hiện danh tính người gửi {number}?</source>
   <translation>Reveal who sent {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Hiện {seconds} giây trên máy này rồi tự ẩn. Lý do và tên bạn vào nhật ký.</source>
   <translation>Shown for {seconds} s on this PC, then hidden. The reason and your name are logged.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Hạn phản hồi</source>
   <translation>Answer due</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>Hẹn nhắc lại</source>
   <translation>Set the reminder</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/lifting.py" />
   <source>Hết hạn lưu thì hồ sơ lại được đề nghị xóa, vẫn phải hai người duyệt.</source>
   <translation>When its time is over the case is proposed for erasure again; two people must still approve.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Họ tên người gửi, gửi bằng gì</source>
   <translation>The sender’s name, and what it was sent with</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Hồ sơ chưa đóng cho tới khi người khác ký: {reason}.</source>
   <translation>The case is not closed until somebody else signs: {reason}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Hồ sơ giữ lại</source>
   <translation>Case that stays</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Hồ sơ này đã nhập lúc {time} {day}, số {number}. Bấm lần nữa nếu vẫn muốn chép.</source>
   <translation>This case was entered at {time} on {day}, number {number}. Press again to copy all the same.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Hồ sơ rời màn hình ngay, chỉ chỉ huy và thanh tra không liên quan còn thấy.</source>
   <translation>The case leaves the screen at once; only commanders and inspectors free of it still see it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Hồ sơ về hàng đợi của đơn vị. Hạn xử lý tính tiếp, lần đóng trước vẫn trong nhật ký.</source>
   <translation>The case returns to the unit's queue. Deadlines go on, the earlier closing stays in the log.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Hồ sơ {number} liên quan cán bộ, chiến sĩ?</source>
   <translation>Does {number} concern police officers?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Hứa hẹn hoặc kết luận quá thẩm quyền</source>
   <translation>Promises or concludes beyond its authority</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Khiếu nại phải bằng đơn hoặc trình bày trực tiếp. Máy chỉ ghi số, không gửi văn bản.</source>
   <translation>A complaint is made by letter or in person. The console only records numbers, it sends no paper.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/lifting.py" />
   <source>Khiếu nại, tố cáo đã giải quyết xong</source>
   <translation>The complaint or denunciation is settled</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Kho trở lại như lúc {time} ngày {date}. Việc ghi sau lúc đó không có trong bản này; tin của công dân thì máy đọc lại từ Zalo. Kho đang hỏng không bị xóa: nó được giữ bên cạnh.</source>
   <translation>The store becomes what it was at {time} on {date}. What was recorded later is not in it; the citizens' messages are read again from Zalo. The damaged store is not deleted: it is kept beside it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Khôi phục</source>
   <translation>Restore</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Khôi phục bản đã chọn</source>
   <translation>Restore the chosen one</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Không chữ đơn, không Alt+Z, không phím trùng: bộ gõ tiếng Việt vẫn chạy</source>
   <translation>No bare letters, no Alt+Z, no key twice: Vietnamese typing keeps working</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Không có bị hại</source>
   <translation>There is no victim</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Không có hồ sơ nào làm theo nhóm được</source>
   <translation>None of these can be treated as a group</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Không có tệp nào gửi kèm</source>
   <translation>No file goes along</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>Không có: tên, số điện thoại, ảnh đại diện, ghi chú nội bộ.</source>
   <translation>Not in it: name, phone, avatar, internal notes.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Không duyệt trả lời của {number}?</source>
   <translation>Not approve the reply of {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Không gửi gì cho công dân. Hoàn tác được trong 30 giây.</source>
   <translation>Nothing is sent to citizens. Can be taken back for 30 seconds.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Không gửi gì cho công dân. Người soạn thấy lý do và soạn lại.</source>
   <translation>Nothing goes to the citizen. The author sees the reason and writes anew.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Không thấy bản sao lưu hoàn chỉnh nào ở đây: chọn thư mục sao lưu ở nơi khác</source>
   <translation>There is no complete backup here: choose a folder of backups elsewhere</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Không thấy hồ sơ nào bạn được xem</source>
   <translation>No case you may open has these words</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Không tính hạn, không chịu trách nhiệm</source>
   <translation>No limit, no responsibility</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Kiểm tra với Zalo</source>
   <translation>Check with Zalo</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Kiểm tra yêu cầu làm lại</source>
   <translation>Review asks for it to be done again</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>Kèm theo: {what}</source>
   <translation>With it: {what}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Kèm tệp {name}</source>
   <translation>With the file {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Kết luận, quyết định giải quyết (để trống nếu chưa có)</source>
   <translation>Conclusion or decision that settled it (empty if there is none)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Kết quả dài quá {count} ký tự</source>
   <translation>What was done is longer than {count} characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Kết quả giải quyết {number}</source>
   <translation>Outcome of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Kết quả thực hiện</source>
   <translation>What was done</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Kết quả xem xét ban đầu</source>
   <translation>Outcome of the first look</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Kết quả xử lý</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>Liên kết cấp quyền</source>
   <translation>Consent link</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Liên quan ai</source>
   <translation>Whom it concerns</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Liên quan ai: ↵ để chọn, ↵ lần nữa để bỏ</source>
   <translation>Whom it concerns: ↵ ticks, ↵ again unticks</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Liên quan: {names}</source>
   <translation>Concerns: {names}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Loại báo cáo</source>
   <translation>Kind of report</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Loại việc trong danh mục</source>
   <translation>Kind of matter in the list</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Làm gì với {count} hồ sơ?</source>
   <translation>What shall be done with {count} cases?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Làm việc đã chọn</source>
   <translation>Do the chosen act</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Làm với {count} hồ sơ</source>
   <translation>Do it for {count} cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Lúc</source>
   <translation>When</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/dialogs/closing.py" />
   <location filename="../../console/ui/dialogs/merge.py" />
   <location filename="../../console/ui/dialogs/reason.py" />
   <location filename="../../console/ui/dialogs/resolve.py" />
   <location filename="../../console/ui/dialogs/snooze.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <location filename="../../console/ui/law/page.py" />
   <source>Lý do</source>
   <translation>Reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Lý do (vào nhật ký)</source>
   <translation>Reason (goes into the log)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Lý do dài quá 1.000 ký tự</source>
   <translation>The reason is longer than 1,000 characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/dialogs/conflict.py" />
   <location filename="../../console/ui/dialogs/merge.py" />
   <location filename="../../console/ui/dialogs/petition.py" />
   <location filename="../../console/ui/dialogs/reason.py" />
   <location filename="../../console/ui/dialogs/report.py" />
   <location filename="../../console/ui/dialogs/resolve.py" />
   <location filename="../../console/ui/dialogs/snooze.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <location filename="../../console/ui/law/preview.py" />
   <source>Lý do dài quá 500 ký tự</source>
   <translation>The reason is longer than 500 characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Lý do gửi nguyên dài quá 300 ký tự</source>
   <translation>The reason for sending whole is longer than 300 characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Lý do trả lại người soạn</source>
   <translation>Why it goes back to its author</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Lý do, nơi chuyển tới</source>
   <translation>Reason, or where it went</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/tags.py" />
   <source>Lưu nhãn</source>
   <translation>Save the tags</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Lưu quyết định</source>
   <translation>Save decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Lập hồ sơ chuyển cơ quan điều tra</source>
   <translation>Preparing the file for the investigation body</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Lệnh và phím</source>
   <translation>Commands and keys</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Lịch sử ghi số người, không ghi tên. Chỉ trực ban tỉnh và đơn vị thụ lý xem được tên.</source>
   <translation>The history tells how many, not who. Only the provincial duty desk and the unit in charge can see the names.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Lọc tin để tách</source>
   <translation>Filter messages to split off</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Lộ thông tin người báo hoặc vụ việc</source>
   <translation>Gives away the reporter or the matter</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Lời gửi công dân (sửa được)</source>
   <translation>Text to the citizen (can be changed)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Lời nhắn cho đơn vị</source>
   <translation>Words for the unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Lời nhắn dài quá 1.000 ký tự</source>
   <translation>The words are longer than 1,000 characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>Máy nhận khóa mới và đọc bù tin ngay</source>
   <translation>The console gets a new key and catches up at once</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Mạng ngắt khi đang gửi lúc {time}. Gửi lại có thể thành hai tin.</source>
   <translation>The network broke while sending at {time}. Sending again may make two messages.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Mật khẩu</source>
   <translation>Pass phrase</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Mật khẩu không được lưu ở đâu. Quên là mất tệp này, không ai mở lại được, kể cả quản trị. Hồ sơ trong kho còn nguyên và xuất lại được.</source>
   <translation>The pass phrase is kept nowhere. Forgotten, this file is lost: nobody can open it, not even an administrator. The case in the store is untouched and can be exported again.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Mọi phím như mặc định</source>
   <translation>All keys are the defaults</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Mỗi dòng bắt đầu bằng họ tên</source>
   <translation>Each line begins with the name</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Mỗi dòng một người: họ tên, năm sinh, địa chỉ, đặc điểm</source>
   <translation>One person a line: name, year of birth, address, looks</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Mỗi hồ sơ theo luật riêng của nó; hồ sơ không làm được sẽ nêu tên.</source>
   <translation>Each case by its own rules; those that cannot be done are named.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Mỗi người báo vẫn có hồ sơ, số và câu trả lời riêng; không ai biết có người khác báo.</source>
   <translation>Every reporter keeps a case, number and answer of his own; none learns of another.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Mở bàn trực</source>
   <translation>Open the console</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Mở lại hồ sơ</source>
   <translation>Reopen the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Mở lại {number}?</source>
   <translation>Reopen {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Mở xem hồ sơ</source>
   <translation>Opened the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Mục của sổ</source>
   <translation>Field</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Mức độ</source>
   <translation>Priority</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Ngày</source>
   <translation>Day</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Ngày của văn bản phải từ {day} trở đi</source>
   <translation>The day of the paper must be {day} or later</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Ngày ghi dạng 14/03/2026</source>
   <translation>Write the day as 14/03/2026</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Ngày, dạng 14/03/2026</source>
   <translation>Day, as 14/03/2026</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Người bị tố giác, bị hại của {number}</source>
   <translation>Accused and victims of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Người gửi</source>
   <translation>Sender</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Người soạn: {who}</source>
   <translation>Written by: {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Người xử lý đọc trong hồ sơ; in trong sổ tiếp nhận, phiếu chuyển, biên bản giao ca.</source>
   <translation>Whoever works on it reads it in the case; it is printed in the register, the transfer slip and the handover record.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/tags.py" />
   <source>Nhãn của {number}</source>
   <translation>Tags of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Nhận thay</source>
   <translation>Take over</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Nhận thay {number}?</source>
   <translation>Take over {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Nhận xét dài quá {count} ký tự</source>
   <translation>The remarks are longer than {count} characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Nhận xét, đề xuất (in trong báo cáo)</source>
   <translation>Remarks and proposals (printed in the report)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Nhập lúc, dạng 14:35 14/03/2026</source>
   <translation>Entered at, as 14:35 14/03/2026</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Nhập lại mật khẩu</source>
   <translation>Pass phrase again</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Nhập lại mật khẩu một lần nữa</source>
   <translation>Type the pass phrase once more</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Nhập mật khẩu cho tệp xuất</source>
   <translation>Type a pass phrase for the export file</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Nhập phần mềm tin báo: {number}</source>
   <translation>National software: {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Nhập xong thì ghi số do phần mềm cấp</source>
   <translation>When it is typed in, write down the number the software gave</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Nhật ký chưa ghi lần xem nào.</source>
   <translation>The log has no look yet.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Nhắc lại</source>
   <translation>Remind</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>Nhắc lại lúc</source>
   <translation>Remind at</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>Nhắc lại trong vòng 30 ngày</source>
   <translation>Remind within 30 days</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>Nhắc lại {number} lúc nào?</source>
   <translation>When to remind of {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Nêu tên ai, ở đoạn nào</source>
   <translation>Who is named, and where</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Nói rõ lý do khác là gì</source>
   <translation>Say what the other reason is</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Nói rõ thêm</source>
   <translation>More words</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Nơi chuyển thấy lý do và giữ lại trách nhiệm. Công dân không nhận thông báo.</source>
   <translation>The sending unit sees the reason and keeps the responsibility. The citizen is not notified.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Nơi chuyển: {unit}</source>
   <translation>Sent by: {unit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Nơi xảy ra: {place}</source>
   <translation>Where it happened: {place}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/lifting.py" />
   <source>Nơi yêu cầu giữ đã có văn bản thôi giữ</source>
   <translation>Who demanded it has lifted it in writing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>Nối lại</source>
   <translation>Reconnect</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>Nối lại Zalo OA</source>
   <translation>Reconnect the Zalo OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>Nội dung đơn vị nhận thấy</source>
   <translation>The words the receiving unit sees</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Nội dung đầy đủ của mục đang chọn</source>
   <translation>The whole of the chosen field</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Phân công</source>
   <translation>Assign</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Phím mới: bấm tổ hợp phím</source>
   <translation>New key: press it</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Quyết định của Cơ quan điều tra</source>
   <translation>Decision of the investigation body</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Quyết định của Cơ quan điều tra và thông báo kết quả. Máy chỉ ghi số, không gửi văn bản.</source>
   <translation>The investigation body’s decision and the notice of the result. The program only records the numbers; it sends no document.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Sai hoặc thiếu nội dung</source>
   <translation>Wrong or incomplete</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Sao chép bản nháp</source>
   <translation>Copy the draft</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Sao chép nội dung</source>
   <translation>Copy the text</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Sao lưu ở nơi khác…</source>
   <translation>Backups elsewhere…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Sau khi mở, máy đọc lại từ Zalo những tin đến sau bản sao lưu</source>
   <translation>Once open, the machine reads again from Zalo what came in after the backup</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>So với câu mẫu</source>
   <translation>Compared with the ready answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>So với câu mẫu «{title}»</source>
   <translation>Compared with the ready answer “{title}”</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Soạn sẵn tin báo công dân đã chuyển đơn vị</source>
   <translation>Prepare a message telling the citizen of the transfer</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Soạn tự do, không từ câu mẫu</source>
   <translation>Written freely, from no ready answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Số 1–9, hoặc gõ không dấu</source>
   <translation>1–9, or type without marks</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Số chỉ gồm chữ, số và các dấu - / . _, có ít nhất một chữ số</source>
   <translation>A number has letters, digits and the signs - / . _ only, at least one digit</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Số do phần mềm tin báo cấp</source>
   <translation>Number given by the national software</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/found.py" />
   <source>Số hồ sơ, chữ nhớ được, số điện thoại, biển số; không cần dấu</source>
   <translation>Case number, words you remember, phone, plate; marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Số phiếu chuyển</source>
   <translation>Slip number</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Số phiếu chuyển của {number}</source>
   <translation>Transfer slip of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Số quyết định</source>
   <translation>Number of the decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Số thông báo</source>
   <translation>Number of the notice</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Số thông báo, để trống nếu chưa có</source>
   <translation>Number of the notice, empty if there is none yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Số văn bản</source>
   <translation>Paper number</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Số văn bản giải quyết</source>
   <translation>Number of the settling paper</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Số văn bản, để trống nếu không có</source>
   <translation>Paper number, empty if there is none</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Sửa khi duyệt</source>
   <translation>Changed on approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>Sửa khi duyệt, {number}</source>
   <translation>Changed on approval, {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Thay kho đang hỏng bằng bản sao lưu này?</source>
   <translation>Replace the damaged store by this backup?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Thiếu kết quả xử lý</source>
   <translation>Outcome missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/dialogs/closing.py" />
   <location filename="../../console/ui/dialogs/conflict.py" />
   <location filename="../../console/ui/dialogs/merge.py" />
   <location filename="../../console/ui/dialogs/petition.py" />
   <location filename="../../console/ui/dialogs/reason.py" />
   <location filename="../../console/ui/dialogs/report.py" />
   <location filename="../../console/ui/dialogs/resolve.py" />
   <location filename="../../console/ui/dialogs/snooze.py" />
   <source>Thiếu lý do</source>
   <translation>A reason is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Thiếu lý do gửi nguyên tệp</source>
   <translation>The reason for sending a file whole is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Thiếu lời nhắn cho đơn vị</source>
   <translation>Words for the unit missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Thiếu số phiếu chuyển</source>
   <translation>The slip's number is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Thiếu số quyết định</source>
   <translation>The number of the decision is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Thiếu số thông báo</source>
   <translation>The number of the notice is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Thiếu số văn bản</source>
   <translation>The paper's number is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Thiếu đơn vị nhận</source>
   <translation>Receiving unit missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Thu hồi {number}?</source>
   <translation>Recall {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/tags.py" />
   <source>Thêm {added}, bỏ {removed}</source>
   <translation>Add {added}, remove {removed}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Thêm đơn vị để biết</source>
   <translation>Add a unit to inform</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/lifting.py" />
   <source>Thôi giữ</source>
   <translation>No longer keep</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/lifting.py" />
   <source>Thôi giữ {number}?</source>
   <translation>No longer keep {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Thông báo Viện kiểm sát về {number}</source>
   <translation>Notice to the procuracy about {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Thông báo kết quả cho người tố giác, báo tin</source>
   <translation>Notice of the result to the informant</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Thư mục</source>
   <translation>Folder</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Thư mục để ghi báo cáo</source>
   <translation>Folder for the report</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Thấy lời kể ở hàng đợi</source>
   <translation>Saw the account in the queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Thời gian xảy ra của {number}</source>
   <translation>Time of the deed of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Thời hạn 3 ngày làm việc chỉ xong khi cả hai đã được thông báo (TTLT 01/2017 Đ14).</source>
   <translation>The limit of 3 working days is met only when both have been told (Joint Circular 01/2017, Art. 14).</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Thụ lý, giải quyết {number}</source>
   <translation>Taking up and settling {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/settings.py" />
   <location filename="../../console/ui/shift/asking.py" />
   <source>Thử chuông…</source>
   <translation>Try the alarm…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>Thử mở lại</source>
   <translation>Try again</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Tin cũ được ghi là chưa tới; một tin mới được gửi. Công dân có thể nhận hai lần.</source>
   <translation>The old message is recorded as not received; a new one is sent. The citizen may receive it twice.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Tin này</source>
   <translation>This message</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/petition.py" />
   <source>Tin qua Zalo không phải đơn tố cáo. Máy chỉ ghi việc đã làm, không gửi văn bản.</source>
   <translation>A Zalo message is no letter of denunciation. The console only records what was done, it sends no paper.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Tin tự động của trang OA, không phải người gửi</source>
   <translation>An automatic message of the OA, sent by nobody</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Tin được ghi là chưa tới. Không gửi gì thêm.</source>
   <translation>The message is recorded as not received. Nothing more is sent.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Tin được ghi là đã tới, theo xác nhận của bạn.</source>
   <translation>The message is recorded as received, on your word.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>Trong lời kể có số điện thoại: đơn vị nhận sẽ đọc được.</source>
   <translation>The account holds a phone number: the receiving unit will be able to read it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>Trong lời kể có tên hoặc số của người báo: đơn vị nhận thấy chỗ đã che.</source>
   <translation>The account tells the informant's name or number: the receiving unit sees it covered.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Trong ngày</source>
   <translation>Today</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Trước đó: {entry}</source>
   <translation>Before that: {entry}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Trả hàng đợi</source>
   <translation>Give back</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <location filename="../../console/ui/review/judging.py" />
   <source>Trả lại</source>
   <translation>Return</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Trả lại hồ sơ</source>
   <translation>Return the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Trả lại {number}?</source>
   <translation>Return {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Trả lời yêu cầu xem danh tính</source>
   <translation>Answered a request to see the identity</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Tách hồ sơ</source>
   <translation>Split the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Tách tin nào của {number} thành hồ sơ mới?</source>
   <translation>Which messages of {number} become a new case?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Tên người nhận vào nhật ký. Trách nhiệm chuyển sang đơn vị nhận từ lúc này.</source>
   <translation>The name goes into the log. Responsibility passes to the receiving unit from now on.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/conflict.py" />
   <source>Tên đơn vị hoặc cán bộ, gõ không dấu cũng được</source>
   <translation>Name of a unit or officer, marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/incident.py" />
   <source>Tìm hồ sơ</source>
   <translation>Find a case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Tìm hồ sơ để gộp vào</source>
   <translation>Find a case to merge into</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Tìm kết quả xử lý</source>
   <translation>Find an outcome</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Tìm lệnh</source>
   <translation>Find a command</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Tìm lệnh, không cần dấu</source>
   <translation>Find a command, marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/tags.py" />
   <source>Tìm nhãn</source>
   <translation>Find a tag</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/inspector/facts.py" />
   <source>Tìm trong danh sách</source>
   <translation>Find in the list</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Tìm việc</source>
   <translation>Find an act</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Tìm đơn vị, gõ không dấu cũng được</source>
   <translation>Find a unit, marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Tôi gửi, bằng OA Manager hoặc điện thoại trực</source>
   <translation>I sent it, with OA Manager or the duty phone</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Tất cả về mặc định</source>
   <translation>All defaults</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Tệp của {number} gửi kèm cho đơn vị?</source>
   <translation>Which files of {number} go to the unit?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Tệp dữ liệu được mã hóa.</source>
   <translation>The data file is encrypted.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Tệp gửi kèm</source>
   <translation>Files sent along</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Tệp được mã hóa; người nhận mở bằng mật khẩu này, trên máy nào cũng được</source>
   <translation>The file is encrypted; the receiver opens it with this pass phrase, on any machine</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Tệp để in không mã hóa: giữ như bản giấy.</source>
   <translation>A file to print is not encrypted: keep it as you keep paper.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Tệp: {covered} bản che, {whole} nguyên, {withheld} không gửi</source>
   <translation>Files: {covered} covered, {whole} whole, {withheld} not sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Tối đa {count} người một danh sách</source>
   <translation>At most {count} people in a list</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Vai trò của bạn chỉ xem được</source>
   <translation>Your role may only look</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>Việc</source>
   <translation>Act</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Việc khẩn, cần xử lý ngay</source>
   <translation>Urgent, must be handled now</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Việc phải làm</source>
   <translation>To be done</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Việc đã được xử lý</source>
   <translation>It was settled already</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Vào sổ tiếp nhận nguồn tin về tội phạm.</source>
   <translation>Goes into the register of crime reports.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/people.py" />
   <source>Vào sổ tiếp nhận nguồn tin về tội phạm. Lần xem này đã ghi nhật ký.</source>
   <translation>Goes into the register of crime reports. This look has been logged.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Vào sổ tiếp nhận và lịch sử. Hoàn tác được.</source>
   <translation>Goes into register and history. Can be undone.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Vào sổ và lịch sử; hồ sơ ra khỏi mục «Chưa nhập tin báo»</source>
   <translation>Goes into register and history; the case leaves «Not yet entered»</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/file_choices.py" />
   <source>Vì sao phải gửi nguyên</source>
   <translation>Why it has to go whole</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ví dụ: khoảng 22 giờ ngày 14/03/2026</source>
   <translation>For example: about 10 p.m. on 14/03/2026</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Văn bản thông báo việc tiếp nhận nguồn tin về tội phạm. Máy chỉ ghi số, không gửi văn bản.</source>
   <translation>The written notice that a crime report was received. The program only records the number; it sends no document.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Về mặc định</source>
   <translation>Default</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Xem bản đơn vị thấy</source>
   <translation>See what the unit sees</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Xem bản đơn vị thấy, chọn tệp</source>
   <translation>See what the unit sees, choose files</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Xem các mục để nhập phần mềm tin báo</source>
   <translation>Looked at the fields for the national software</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Xem tên người bị tố giác, bị hại</source>
   <translation>Looked at names of accused and victims</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Xem đoạn tìm thấy</source>
   <translation>Saw places found</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <source>Xin quyền: đọc hội thoại và người quan tâm, gửi tin tư vấn, tải ảnh và tệp lên.</source>
   <translation>Rights asked for: read conversations and followers, send consultation messages, upload pictures and files.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Xin xem danh tính</source>
   <translation>Asked to see the identity</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/report.py" />
   <source>Xuất báo cáo ra tệp?</source>
   <translation>Write a report to a file?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Xuất tệp…</source>
   <translation>Export a file…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Xác minh nguồn tin theo phân công</source>
   <translation>Verifying the source as assigned</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Xử lý chưa xong</source>
   <translation>Handling was not finished</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Yêu cầu</source>
   <translation>Request</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>chưa mở</source>
   <translation>not opened yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>chưa phải câu trả lời: hồ sơ vẫn «chưa trả lời»</source>
   <translation>was no answer: the case stays “not answered”</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>chấp nhận công dân có thể nhận hai lần</source>
   <translation>accepting that the citizen may receive it twice</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>cần ghi lý do</source>
   <translation>reason needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>ghi lý do vào nhật ký</source>
   <translation>the reason is logged</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>ghi âm</source>
   <translation>voice note</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>khi thấy tin trên Zalo OA Manager</source>
   <translation>when it is seen in Zalo OA Manager</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>khác mặc định</source>
   <translation>changed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>không có chữ</source>
   <translation>no words</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>kiểm tra với Zalo trước đã</source>
   <translation>check with Zalo first</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>làm ngay</source>
   <translation>now</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>mở lúc {time}</source>
   <translation>opened at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>mở lúc {time}, chưa chọn loại việc</source>
   <translation>opened at {time}, kind not chosen yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>trước {time} hôm nay</source>
   <translation>by {time} today</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>trước {time} {day}</source>
   <translation>by {time} {day}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>tính từ lúc mở báo cáo</source>
   <translation>counts from the opening of the report</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <source>và {count} hồ sơ khác</source>
   <translation>and {count} more cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>vị trí</source>
   <translation>location</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>xong lúc {time}, khi chuyển hồ sơ</source>
   <translation>done at {time}, when the case was handed over</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>{count} lần, mới nhất trước. Lấy từ nhật ký, không sửa được.</source>
   <translation>{count} times, newest first. Taken from the log, which cannot be changed.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>{count} phím khác mặc định</source>
   <translation>{count} keys differ from the defaults</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>{count} tin sang hồ sơ mới, có số và hạn xử lý riêng. Công dân không nhận thông báo.</source>
   <translation>Messages going to a new case: {count}. It has its own number and deadlines. The citizen is not notified.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>{count} tệp</source>
   <translation>{count} files</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer_preview.py" />
   <source>{count} video</source>
   <translation>{count} videos</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>{count} đơn vị nhận được hồ sơ</source>
   <translation>Units that can receive: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/startup.py" />
   <source>{date} {time} · {size} MB · {files} tệp đính kèm</source>
   <translation>{date} {time} · {size} MB · {files} attachments</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>{entry}. Không nhập lại; chỉ sửa mục đã đổi.</source>
   <translation>{entry}. Do not enter it again; only mend what has changed.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>{number} ngừng ở đây, dòng sổ của nó vẫn còn. Tin và ghi chú đọc tiếp ở {into}.</source>
   <translation>{number} ends here, its register line stays. Messages and notes go on in {into}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>{number} · gửi lúc {time}, không qua máy này</source>
   <translation>{number} · sent at {time}, not through this console</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>{time} · {text}</source>
   <translation>{time} · {text}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>{time}, {day} · {name}: {words}</source>
   <translation>{time}, {day} · {name}: {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/settings.py" />
   <source>{title} (khi mở lại chương trình)</source>
   <translation>{title} (when opened again)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>{who} soạn lúc {time}</source>
   <translation>Written by {who} at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/approve.py" />
   <source>{who} soạn lúc {time} · {why}</source>
   <translation>Written by {who} at {time} · {why}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>{who} đang giữ hồ sơ này</source>
   <translation>{who} holds this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>{who} được báo ngay. Bản nháp của đồng chí ấy vẫn còn.</source>
   <translation>{who} is told at once. Their draft is kept.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <location filename="../../console/ui/dialogs/settings.py" />
   <source>Áp dụng</source>
   <translation>Apply</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ý kiến chỉ đạo về {number}</source>
   <translation>Instructions on {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ý kiến dài quá {count} ký tự</source>
   <translation>The instruction is longer than {count} characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Ý kiến mới</source>
   <translation>New instruction</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/lifting.py" />
   <source>Đang giữ vì: {reason}</source>
   <translation>Kept because: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <location filename="../../console/ui/signin/setup_pages.py" />
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Đang hỏi Zalo…</source>
   <translation>Asking Zalo…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Đánh dấu</source>
   <translation>Mark</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Đánh dấu đã gửi</source>
   <translation>Mark as sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Đã chép</source>
   <translation>Copied</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Đã chép «{field}»; bộ nhớ tạm tự xóa sau 30 giây.</source>
   <translation>Copied «{field}»; the clipboard empties itself after 30 seconds.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Đã hỏi, không ai nhận: nghi lộ quyền dùng OA, báo trực chỉ huy</source>
   <translation>Asked, nobody admits to it: OA access may be stolen, tell the duty commander</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>Đã làm</source>
   <translation>Done</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/looked.py" />
   <source>Đã làm gì</source>
   <translation>What was done</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Đã làm gì theo ý kiến chỉ đạo về {number}?</source>
   <translation>What was done on the instruction about {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/register.py" />
   <source>Đã làm {time}, {day} · {name}: {words}</source>
   <translation>Done {time}, {day} · {name}: {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Đã nhập lúc {time} {day}, số {number} ({name})</source>
   <translation>Entered at {time} on {day}, number {number} ({name})</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Đã nhập vào phần mềm tin báo: số, giờ nhập</source>
   <translation>Entered into the national software: number, time</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Đã sửa sau khi nhập</source>
   <translation>Changed after entry</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/national.py" />
   <source>Đã sửa sau khi nhập: {fields}</source>
   <translation>Changed after entry: {fields}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/papers.py" />
   <source>Đã thông báo bằng văn bản cho người tố giác, báo tin</source>
   <translation>The informant was told in writing, too</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Đã trao đổi và được đồng ý</source>
   <translation>Discussed and agreed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Đóng {number}?</source>
   <translation>Close {number}?</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/base.py" />
   <source>Đóng, không làm gì</source>
   <translation>Close, do nothing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Đơn vị nhận</source>
   <translation>Receiving unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Đơn vị nhận không còn thấy hồ sơ. Bạn vẫn giữ việc như trước khi chuyển.</source>
   <translation>The receiving unit no longer sees the case. You hold it as before.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Đơn vị nhận không thể đồng thời chỉ để biết</source>
   <translation>The receiving unit cannot also be one that is only informed</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Đơn vị thấy: nội dung đã che, tệp bạn chọn, vị trí, nhãn. Không thấy: danh tính.</source>
   <translation>The unit sees: the covered text, the files you chose, place, tags. It does not see: the identity.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Đơn vị thấy: nội dung, ảnh, vị trí, nhãn. Không thấy: danh tính, ghi chú nội bộ.</source>
   <translation>The unit sees: words, photos, location, tags. Not: identity, internal notes.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Đơn vị để biết – không tính hạn, không chịu trách nhiệm</source>
   <translation>Units to inform – no deadline, no responsibility</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>Đơn vị đọc được hồ sơ. Bạn vẫn giữ việc; hạn không đổi.</source>
   <translation>The unit can read the case. You keep the work; limits do not change.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Đặt mật khẩu cho tệp xuất {number}</source>
   <translation>Set the pass phrase of the export of {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/key_editor.py" />
   <source>Đặt phím</source>
   <translation>Set key</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/closing.py" />
   <source>Đề nghị đóng</source>
   <translation>Propose closing</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Đề xuất mật khẩu</source>
   <translation>Propose a pass phrase</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/merge.py" />
   <source>Để lại ít nhất một tin ở hồ sơ này</source>
   <translation>Leave at least one message in this case</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/connect.py" />
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Địa chỉ cuối cùng của trình duyệt</source>
   <translation>Address the browser ended at</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Đọc lại lúc {time}: không thấy tin này trong hội thoại.</source>
   <translation>Read back at {time}: this message is not in the conversation.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>Đọc lại lúc {time}: thấy {count} tin giống tin này.</source>
   <translation>Read back at {time}: messages like this one: {count}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>Đồng chí khác gửi (ghi họ tên, cách gửi)</source>
   <translation>A colleague sent it (name, and how)</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/reason.py" />
   <source>Đồng chí đang giữ vắng mặt</source>
   <translation>The holder is absent</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/bulk.py" />
   <location filename="../../console/ui/shift/asking.py" />
   <source>Đồng chí ấy giữ hồ sơ từ lúc này và thấy ngay ở «Của tôi».</source>
   <translation>That officer holds the case from now on and sees it under “Mine”.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/keys.py" />
   <source>Đổi phím ở Cài đặt. Gửi không bao giờ nằm ở phím ↵ một mình.</source>
   <translation>Keys are changed in Settings. Sending is never on ↵ alone.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/settings.py" />
   <source>Đổi phím…</source>
   <translation>Change keys…</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Độ mạnh: còn yếu</source>
   <translation>Strength: too weak yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Độ mạnh: rất khó đoán</source>
   <translation>Strength: very hard to guess</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Độ mạnh: rất khó đoán. Ghi lại mật khẩu dưới đây trước khi xuất.</source>
   <translation>Strength: very hard to guess. Write down the pass phrase below before you export.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pass_phrase.py" />
   <source>Độ mạnh: đủ. Dài thêm một từ nữa thì tốt hơn.</source>
   <translation>Strength: enough. One word more would be better.</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>đã làm lúc {time}</source>
   <translation>done at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/outside.py" />
   <source>đã trả lời điều công dân hỏi</source>
   <translation>answered what the citizen asked</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/pending.py" />
   <source>đã điện lúc {time}</source>
   <translation>phoned at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/resolve.py" />
   <source>đọc lại hội thoại, thường mất 5 giây</source>
   <translation>reads the conversation back, takes about 5 seconds</translation>
  </message>
  <message>
   <location filename="../../console/ui/dialogs/transfer.py" />
   <source>“{words}” – bạn xem rồi mới gửi</source>
   <translation>“{words}” – you look at it before it goes</translation>
  </message>
 </context>
 <context>
  <name>ui/frame</name>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>, {failed} hội thoại chưa đọc được</source>
   <translation>, {failed} conversations could not be read</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Ai đã gửi?</source>
   <translation>Who sent them?</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_bar.py" />
   <source>Báo động</source>
   <translation>Alarms</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_bar.py" />
   <source>Báo động, {count} chưa xem</source>
   <translation>Alarms, {count} not seen</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/field_cover.py" />
   <source>Che khi chia sẻ màn hình: bấm hoặc gõ vào đây để xem</source>
   <translation>Covered while the screen is shared: press or type here to see it</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Chưa gia hạn được khóa Zalo từ {time}.</source>
   <translation>The Zalo key could not be renewed since {time}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Chưa nhận được tin lần nào</source>
   <translation>No message received yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Chưa nhận được tin nào từ Zalo.</source>
   <translation>No message has come from Zalo yet.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Chưa đối chiếu từng hội thoại từ {date}</source>
   <translation>Conversations not read one by one since {date}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Chậm nhận tin từ {time}</source>
   <translation>Receiving late since {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Có người gửi tin bằng OA ngoài hệ thống.</source>
   <translation>Somebody sends messages with the OA outside this console.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Dữ liệu đã lưu vẫn an toàn. Không hết sau một phút thì đóng và mở lại chương trình.</source>
   <translation>Stored data are safe. If it stays like this for a minute, close and restart the program.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_bar.py" />
   <source>Giao diện sáng</source>
   <translation>Light theme</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_bar.py" />
   <source>Giao diện tối</source>
   <translation>Dark theme</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_facts.py" />
   <source>Giờ kho {time}, ngày {date} (giờ Việt Nam); {compared}</source>
   <translation>Store time {time} on {date} (Vietnam time); {compared}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>Gói dịch vụ OA còn {days} ngày. Báo người quản trị OA gia hạn.</source>
   <translation>The OA package ends in {days} days. Tell the OA's administrator to renew it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>Gói dịch vụ OA đã hết hạn. Báo người quản trị OA gia hạn ngay.</source>
   <translation>The OA package has ended. Tell the OA's administrator to renew it now.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>Gói tin của OA còn {days} ngày. Báo người quản trị OA mua thêm.</source>
   <translation>The OA's paid messages lapse in {days} days. Tell the OA's administrator to buy more.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>Gói tin của OA đã hết hạn. Báo người quản trị OA mua thêm.</source>
   <translation>The OA's paid messages have lapsed. Tell the OA's administrator to buy more.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Hiện vẫn nhận và gửi bình thường.</source>
   <translation>Receiving and sending still work.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Hộp gửi trống</source>
   <translation>Outbox empty</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Hộp gửi: {parts}</source>
   <translation>Outbox: {parts}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Khóa Zalo còn {span}</source>
   <translation>Zalo key: {span} left</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Khóa Zalo hết lúc {time}</source>
   <translation>Zalo key ends {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Khóa Zalo hết lúc {time}, không tự gia hạn được.</source>
   <translation>The Zalo key ends {time} and cannot renew itself.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Không ghi được kho dữ liệu.</source>
   <translation>The store cannot be written.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Không nhận và không gửi được tin; dữ liệu đã lưu vẫn xem được. Cần người quản trị OA nối.</source>
   <translation>Nothing is received or sent; stored data can be read. An administrator of the OA must connect it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Không nhận được tin mới từ {time}.</source>
   <translation>No new messages since {time}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Không nhận được tin từ {time}</source>
   <translation>No messages since {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Không nhận, không gửi được; tin công dân vẫn nằm trên Zalo. Gấp: mở Zalo OA Manager trên điện thoại trực.</source>
   <translation>Nothing comes in or goes out; citizens’ messages stay on Zalo. Urgent: open Zalo OA Manager on the duty phone.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Không đọc được kho dữ liệu.</source>
   <translation>The store cannot be read.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Máy này chưa nối với trang OA nào.</source>
   <translation>This machine is not connected to any OA.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/status_bar.py" />
   <source>Máy {name}</source>
   <translation>Machine {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Nối Zalo OA</source>
   <translation>Connect Zalo OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Nối lại Zalo</source>
   <translation>Reconnect Zalo</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Phần {parts} không phản hồi {seconds} giây.</source>
   <translation>Part {parts} has not answered for {seconds} seconds.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Phần {part} không phản hồi {seconds} giây</source>
   <translation>Part {part} has not answered for {seconds} seconds</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Phần {part} vừa được khởi động lại</source>
   <translation>Part {part} was just restarted</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Phần {part}: {why}</source>
   <translation>Part {part}: {why}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>Quyền truy cập Zalo còn {days} ngày. Người quản trị OA cần nối lại trước đó.</source>
   <translation>The right to use Zalo ends in {days} days. The OA's administrator must reconnect before.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>Quyền truy cập Zalo đã hết hạn. Người quản trị OA cần nối lại ngay.</source>
   <translation>The right to use Zalo has ended. The OA's administrator must reconnect now.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/status_bar.py" />
   <source>Thanh trạng thái</source>
   <translation>Status bar</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Thử lại ngay</source>
   <translation>Try again now</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Thử lại sau {seconds} giây (lần {n})</source>
   <translation>Trying again in {seconds} s (attempt {n})</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Tin mới vẫn đang vào. Chưa kết luận được là hàng đợi đã đủ cho tới khi đọc xong.</source>
   <translation>New messages keep coming in. The queue is not known to be complete until the reading ends.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Tin vẫn nhận đủ; hạn trả lời và giờ ghi trên máy này có thể sai. Chỉnh giờ máy (tự động theo mạng), rồi xem lại hạn.</source>
   <translation>Messages still all come in; deadlines and times recorded here may be wrong. Set the clock (automatically by the network), then look at the deadlines again.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Tin đã lưu vẫn an toàn.</source>
   <translation>Stored messages are safe.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>Token còn {span}</source>
   <translation>Token: {span} left</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>Token đã hết</source>
   <translation>Token ended</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Trả lời chờ từ {time} vẫn chưa gửi được.</source>
   <translation>Replies waiting since {time} could not be sent.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_bar.py" />
   <location filename="../../console/ui/search/page.py" />
   <source>Tìm hồ sơ, nội dung, số tiếp nhận</source>
   <translation>Find cases, content, numbers</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_bar.py" />
   <source>Tìm hồ sơ, nội dung, số tiếp nhận…</source>
   <translation>Find cases, content, numbers…</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_bar.py" />
   <source>Tìm và ra lệnh</source>
   <translation>Search and commands</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Việc vừa làm có thể chưa được lưu: chờ dấu «đã lưu» trước khi làm tiếp. Không hết thì mở lại chương trình.</source>
   <translation>What you just did may not be stored: wait for «saved» before you go on. If it stays like this, restart the program.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Vẫn đọc, ghi chú và soạn trả lời được. Tin khẩn: gọi trực ban đơn vị.</source>
   <translation>Reading, notes and drafting work. Urgent: call the unit’s duty desk.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Vẫn đọc, ghi chú và soạn được; {count} tin chờ sẽ tự gửi khi có mạng. Gấp: gọi trực ban.</source>
   <translation>Reading, notes and drafting work; waiting replies ({count}) go out when the network is back. Urgent: call the duty desk.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Zalo không cho truy cập</source>
   <translation>Zalo denies access</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Zalo không còn cho phép truy cập.</source>
   <translation>Zalo no longer allows access.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Zalo không còn cho phép truy cập. Khóa hết hạn {time}.</source>
   <translation>Zalo no longer allows access. The key ended {time}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Zalo {zalo} · kho {store} · cache {cache}</source>
   <translation>Zalo {zalo} · store {store} · cache {cache}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <location filename="../../console/ui/shift/paper.py" />
   <source>chưa có</source>
   <translation>none</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>chưa lần nào</source>
   <translation>never</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_facts.py" />
   <source>chưa so được với đồng hồ của Zalo</source>
   <translation>not yet compared with Zalo's clock</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>chưa đối chiếu từng hội thoại lần nào</source>
   <translation>conversations never read one by one yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>cần nối lại trước {date}</source>
   <translation>reconnect before {date}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>ghi dữ liệu</source>
   <translation>storing</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>giám sát</source>
   <translation>watchdog</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>giữ khóa Zalo</source>
   <translation>keeping the Zalo key</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>gói OA hết {date}</source>
   <translation>OA package ends {date}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>gói tin còn {left}/{total}</source>
   <translation>paid messages left: {left}/{total}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>gửi tin</source>
   <translation>sending</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>hiện ảnh</source>
   <translation>pictures</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>hỏi hạn mức và thông tin OA</source>
   <translation>asking for quota and OA facts</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>hỏng</source>
   <translation>damaged</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_facts.py" />
   <source>khớp với đồng hồ của Zalo</source>
   <translation>agrees with Zalo's clock</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_facts.py" />
   <source>lệch {span} so với đồng hồ của Zalo: chỉnh lại giờ máy</source>
   <translation>{span} away from Zalo's clock: set this machine's clock right</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>màn hình</source>
   <translation>window</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>nhận tin</source>
   <translation>receiving</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>refresh còn {span}</source>
   <translation>refresh: {span} left</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>refresh đã hết</source>
   <translation>refresh ended</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>sao lưu</source>
   <translation>backup</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>tìm kiếm</source>
   <translation>search</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>tải tệp</source>
   <translation>fetching files</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>tốt</source>
   <translation>good</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>{count} chưa rõ</source>
   <translation>{count} unknown</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>{count} chờ gửi</source>
   <translation>{count} queued</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>{count} chờ kết quả tin trước</source>
   <translation>{count} waiting for the one before</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>{count} cảnh báo</source>
   <translation>{count} warnings</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>{count} khoảng tin chưa đọc được</source>
   <translation>Unread gaps: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_facts.py" />
   <source>{count} khẩn chưa nhận</source>
   <translation>Urgent, unclaimed: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>{count} tin chờ kết quả tin trước, là tin chưa rõ đã tới hay chưa. Mở hội thoại đó, kiểm tra lại hoặc xác định.</source>
   <translation>{count} waiting for the one before, of which nobody knows whether it arrived. Open that conversation, check again or decide.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>{count} tin còn trong hộp gửi, chưa tới công dân; máy tự thử lại. Gấp: gọi điện cho công dân.</source>
   <translation>{count} still in the outbox, not with the citizen; the console keeps trying. Urgent: phone the citizen.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>{count} tin lạ đã giữ riêng</source>
   <translation>Unknown messages kept aside: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>{count} tệp chờ tải</source>
   <translation>Files to fetch: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>{count} đang gửi</source>
   <translation>{count} sending</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/rights_words.py" />
   <source>{hours} giờ</source>
   <translation>{hours} hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/top_bar.py" />
   <source>{name}, {role}</source>
   <translation>{name}, {role}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>{text} ({why})</source>
   <translation>{text} ({why})</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/watermark.py" />
   <source>Đang chia sẻ màn hình</source>
   <translation>Sharing the screen</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/watermark.py" />
   <source>Đang chia sẻ màn hình · {key} để thôi</source>
   <translation>Sharing the screen · {key} ends it</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Đang nhận tin</source>
   <translation>Receiving</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Đang thử lại (lần {n})</source>
   <translation>Trying again (attempt {n})</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Đang đọc bù tin</source>
   <translation>Catching up</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Đang đọc bù tin từ lúc mất kết nối.</source>
   <translation>Reading what came in while disconnected.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/toasts.py" />
   <source>Đóng thông báo</source>
   <translation>Dismiss</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Đến lúc đó vẫn nhận và gửi bình thường. Cần người quản trị OA nối lại trước giờ này.</source>
   <translation>Until then messages come and go as usual. An OA administrator must reconnect before that.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Đến {time} vẫn nhận và gửi bình thường; máy đang thử lại.</source>
   <translation>Until {time} receiving and sending work; the console keeps trying.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>Đọc trọn hộp thư lần cuối {last}, thử lần cuối {tried}</source>
   <translation>Inbox last read without a gap {last}, last tried {tried}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Đồng hồ máy này bị lùi: máy {here}, ghi chép mới nhất {there}.</source>
   <translation>This machine's clock was set back: machine {here}, newest record {there}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/banner_words.py" />
   <source>Đồng hồ máy này sai: máy {here}, Zalo {there}.</source>
   <translation>This machine's clock is wrong: machine {here}, Zalo {there}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>đang đối chiếu từng hội thoại {done}/{total}</source>
   <translation>reading every conversation {done}/{total}</translation>
  </message>
  <message>
   <location filename="../../console/ui/frame/health_words.py" />
   <source>đối chiếu từng hội thoại xong {at}, thêm {found} tin</source>
   <translation>every conversation read by {at}, {found} messages more</translation>
  </message>
 </context>
 <context>
  <name>ui/inspector</name>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <source>Báo VKS</source>
   <translation>Procuracy</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <source>Bị tố giác</source>
   <translation>Accused</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/tagrow.py" />
   <source>Bỏ nhãn {name}</source>
   <translation>Remove the tag {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>Chưa có</source>
   <translation>None yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Chưa có hạn nào chạy</source>
   <translation>No deadline is running</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>Chưa có tên</source>
   <translation>No name yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <location filename="../../console/ui/inspector/people.py" />
   <location filename="../../console/ui/inspector/register.py" />
   <source>Chưa ghi</source>
   <translation>Not recorded</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>Chưa ghi số</source>
   <translation>No number yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <location filename="../../console/ui/review/page.py" />
   <source>Chưa nhập</source>
   <translation>Not entered</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <location filename="../../console/ui/shift/words.py" />
   <source>Chưa rõ</source>
   <translation>Unknown</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>Chỉ đạo</source>
   <translation>Instruction</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Các mục của hồ sơ</source>
   <translation>Parts of the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/suggestion.py" />
   <source>Còn thiếu: {missing}</source>
   <translation>Still missing: {missing}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <location filename="../../console/ui/search/model.py" />
   <source>Công dân</source>
   <translation>Citizen</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Gắn cùng vụ…</source>
   <translation>Link as one incident…</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Gộp…</source>
   <translation>Merge…</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Hạn xử lý</source>
   <translation>Deadlines</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/asked.py" />
   <source>Hỏi tiếp</source>
   <translation>Ask next</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Hồ sơ bên phải</source>
   <translation>Case panel</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/emergency.py" />
   <source>Hồ sơ đứng ở nhóm khẩn tới khi có người trả lời.</source>
   <translation>The case stays among the urgent ones until somebody answers.</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <location filename="../../console/ui/shift/paper.py" />
   <location filename="../../console/ui/shift/words.py" />
   <source>Không có</source>
   <translation>None</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/emergency.py" />
   <source>Không khẩn</source>
   <translation>Not urgent</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Không thấy vụ nào giống</source>
   <translation>No similar case found</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <location filename="../../console/ui/review/page.py" />
   <source>Kết quả</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <location filename="../../console/ui/search/filters.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Loại</source>
   <translation>Category</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Lịch sử</source>
   <translation>History</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/emergency.py" />
   <source>Máy thấy dấu hiệu khẩn cấp trong tin lúc {time}</source>
   <translation>The program sees signs of an emergency in the message of {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>PM tin báo</source>
   <translation>National sw.</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>Phiếu chuyển</source>
   <translation>Slip</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Phụ trách</source>
   <translation>Officer</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/answers.py" />
   <source>Quyết định về hồ sơ bạn đang giữ</source>
   <translation>Decision about a case you hold</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Sao chép số hồ sơ</source>
   <translation>Copy the case number</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <location filename="../../console/ui/inspector/register.py" />
   <source>Số {document}, {day}</source>
   <translation>No. {document}, {day}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <source>Số {document}, {day}; chưa báo người tin</source>
   <translation>No. {document}, {day}; informant not told</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>Sửa {count} mục sau khi nhập {time} {day}, số {number}</source>
   <translation>{count} changed since entry {time} {day}, no. {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/facts.py" />
   <source>Thiếu {label}</source>
   <translation>Missing: {label}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Thu gọn các hạn đã xong</source>
   <translation>Fold finished deadlines</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/tagrow.py" />
   <source>Thêm nhãn</source>
   <translation>Add a tag</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/asked.py" />
   <source>Thông tin cần biết {known}/{total}</source>
   <translation>What must be known {known}/{total}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/words.py" />
   <source>Thường</source>
   <translation>Normal</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/words.py" />
   <source>Thấp</source>
   <translation>Low</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/answers.py" />
   <source>Trả lời cho đề nghị của bạn</source>
   <translation>Answers to your requests</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Tất cả</source>
   <translation>All</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/suggestion.py" />
   <source>Vì: {reasons}</source>
   <translation>Because: {reasons}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Vụ liên quan</source>
   <translation>Related cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Xảy ra lúc</source>
   <translation>Happened</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>Zalo {user}</source>
   <translation>Zalo {user}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/asked.py" />
   <source>ai</source>
   <translation>who</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>còn {minutes} ph {seconds:02d} s</source>
   <translation>{minutes} min {seconds:02d} s left</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>dưới 18 tuổi</source>
   <translation>under 18</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>ghi nhật ký</source>
   <translation>logged</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/asked.py" />
   <source>khi nào</source>
   <translation>when</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>không theo dõi OA</source>
   <translation>does not follow the OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>kết thúc hồ sơ khi còn {span}</source>
   <translation>case closed with {span} left</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>theo dõi OA</source>
   <translation>follows the OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>trễ hạn {time}</source>
   <translation>late, {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>trễ {span}</source>
   <translation>late by {span}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>tính đến lúc kết thúc hồ sơ</source>
   <translation>as of closing the case</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>tự ẩn sau {seconds} giây</source>
   <translation>hides in {seconds} s</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>và {count} hạn đã xong</source>
   <translation>and {count} finished</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>xong {time}</source>
   <translation>done {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>{body} theo dõi</source>
   <translation>with {body}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <location filename="../../console/ui/queue/header.py" />
   <location filename="../../console/ui/search/page.py" />
   <source>{count} hồ sơ</source>
   <translation>Cases: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <source>{count} người</source>
   <translation>{count} people</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <source>{count} người, còn người chưa rõ</source>
   <translation>{count} people, others not known</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>{count} ý kiến: {newest}</source>
   <translation>{count} instructions: {newest}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/people.py" />
   <source>{decision}; chưa báo người tin</source>
   <translation>{decision}; informant not told</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>{end}, kết thúc hồ sơ không dừng hạn này</source>
   <translation>{end}, closing the case does not stop this limit</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>{snippet} (đã đóng)</source>
   <translation>{snippet} (closed)</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>{time} {day}, số {number}</source>
   <translation>{time} {day}, no. {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/asked.py" />
   <source>Đã biết {known} trên {total}. Còn thiếu: {missing}</source>
   <translation>{known} of {total} known. Missing: {missing}</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/answers.py" />
   <source>Đã rõ</source>
   <translation>Read</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/register.py" />
   <source>Được giao</source>
   <translation>Assigned to</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/suggestion.py" />
   <source>Đề xuất của máy – cần người xác nhận</source>
   <translation>Proposed by the machine – a person must confirm</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <location filename="../../console/ui/review/page.py" />
   <source>Địa bàn</source>
   <translation>District</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/emergency.py" />
   <source>Đọc tin mới rồi chọn.</source>
   <translation>Read the new message, then choose.</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/emergency.py" />
   <source>Đọc tin mới rồi chọn: {yes} khẩn cấp, {no} không khẩn.</source>
   <translation>Read the new message, then choose: {yes} urgent, {no} not urgent.</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/asked.py" />
   <source>đang diễn ra?</source>
   <translation>going on?</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/blocks.py" />
   <source>đã dừng</source>
   <translation>stopped</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/suggestion.py" />
   <source>địa điểm</source>
   <translation>place</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/asked.py" />
   <source>ảnh, ghi âm</source>
   <translation>pictures, recordings</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/pane.py" />
   <source>Ẩn hồ sơ</source>
   <translation>Hide the case file</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/citizen.py" />
   <source>Ẩn ngay</source>
   <translation>Hide now</translation>
  </message>
  <message>
   <location filename="../../console/ui/inspector/asked.py" />
   <source>ở đâu</source>
   <translation>where</translation>
  </message>
 </context>
 <context>
  <name>ui/knowledge</name>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Bản 0 – theo chương trình</source>
   <translation>Version 0 – as shipped</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Bản {version} · {when} · {who}</source>
   <translation>Version {version} · {when} · {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Chèn vào trả lời</source>
   <translation>Insert into reply</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <source>Chưa có trong thư viện: {slots}. Chèn được, nhưng phải điền hoặc xóa rồi mới gửi.</source>
   <translation>Missing in the library: {slots}. It can be inserted, but must be filled in or removed before sending.</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>Chưa đối chiếu</source>
   <translation>Not checked</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Chưa đổi gì</source>
   <translation>Nothing changed yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Các phiên bản</source>
   <translation>Versions</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>Câu mẫu</source>
   <translation>Ready answers</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <source>Công dân sẽ nhận</source>
   <translation>The citizen will get</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <location filename="../../console/ui/law/preview.py" />
   <source>Căn cứ</source>
   <translation>Legal basis</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>Cần kiểm tra</source>
   <translation>To be checked</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>Danh bạ</source>
   <translation>Directory</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Ghi chú cho cán bộ</source>
   <translation>Note for officers</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Ghi lý do</source>
   <translation>Give a reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Ghi thành bản {version}; các bản cũ còn nguyên</source>
   <translation>Written as version {version}; earlier ones stay</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Giấy tờ, mỗi dòng một thứ</source>
   <translation>Documents, one a line</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Giờ trực</source>
   <translation>Hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/law/page.py" />
   <source>Hiệu lực</source>
   <translation>Valid</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Hiệu lực từ (ngày/tháng/năm)</source>
   <translation>Valid from (day/month/year)</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Hiệu lực đến hết (ngày/tháng/năm)</source>
   <translation>Valid to the end of (day/month/year)</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Khôi phục bản này</source>
   <translation>Restore this version</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <source>Không chèn được mục này vào trả lời.</source>
   <translation>This entry cannot be inserted into a reply.</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <location filename="../../console/ui/review/queue.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Khảo sát</source>
   <translation>Survey</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Lưu phiên bản mới</source>
   <translation>Save a new version</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Lệ phí</source>
   <translation>Fee</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <location filename="../../console/ui/law/page.py" />
   <source>Mã</source>
   <translation>Code</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Mục mới</source>
   <translation>New entry</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Mục thư viện</source>
   <translation>Library entries</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Mục thư viện mới</source>
   <translation>New library entry</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>Mục tin</source>
   <translation>News sections</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Mức tin cậy</source>
   <translation>Trust</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Ngăn</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Nơi làm</source>
   <translation>Where</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Nội dung mục thư viện</source>
   <translation>Library entry</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <source>Phiên bản</source>
   <translation>Version</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Sửa {title}</source>
   <translation>Edit {title}</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>Theo văn bản</source>
   <translation>By document</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Thư viện</source>
   <translation>Library</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Thư viện không có “{query}”</source>
   <translation>The library has no “{query}”</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Thời hạn</source>
   <translation>Time limit</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <location filename="../../console/ui/review/queue.py" />
   <source>Thủ tục</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Tên mục</source>
   <translation>Title</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Tìm thủ tục, số trực ban, mục tin… không cần dấu</source>
   <translation>Find procedures, phone numbers, sections… marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>Tìm trong thư viện</source>
   <translation>Find in the library</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Vì sao sửa, theo văn bản nào</source>
   <translation>Why, and by which document</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <source>bản {version}</source>
   <translation>version {version}</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>chưa ghi thời hạn</source>
   <translation>no dates given</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>khôi phục bản {version}: {reason}</source>
   <translation>restores version {version}: {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <source>theo chương trình</source>
   <translation>as shipped</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>từ {since}</source>
   <translation>from {since}</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>từ {since} đến {until}</source>
   <translation>from {since} to {until}</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>{field}: ghi như 31/12/2026</source>
   <translation>{field}: write it as 31/12/2026</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>{field}: {words}</source>
   <translation>{field}: {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Điện thoại</source>
   <translation>Phone</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/words.py" />
   <source>Đã đối chiếu</source>
   <translation>Checked</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/detail.py" />
   <location filename="../../console/ui/knowledge/editor.py" />
   <source>Địa chỉ</source>
   <translation>Address</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/editor.py" />
   <location filename="../../console/ui/knowledge/words.py" />
   <source>đến {until}</source>
   <translation>until {until}</translation>
  </message>
  <message>
   <location filename="../../console/ui/knowledge/panel.py" />
   <source>↵ chèn vào ô trả lời, chưa gửi</source>
   <translation>↵ inserts into the reply, nothing is sent</translation>
  </message>
 </context>
 <context>
  <name>ui/law</name>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Bản</source>
   <translation>Version</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Bản {number}, {day}</source>
   <translation>Version {number}, {day}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Bản đã chọn khác gì so với</source>
   <translation>The chosen version differs from</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Chưa ai đổi quy định nào: đang dùng bản đi kèm chương trình.</source>
   <translation>Nobody changed any rule yet: the program's own version is in force.</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Chưa có gì hết hạn</source>
   <translation>Nothing is over time</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Chọn duyệt hoặc không duyệt</source>
   <translation>Choose to approve or to decline</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Các bản đã có hiệu lực</source>
   <translation>Versions that were in force</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Các bản đã có hiệu lực: không bản nào bị xóa hay sửa</source>
   <translation>Versions that were in force: none is ever deleted or altered</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Có hiệu lực</source>
   <translation>In force since</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>Căn cứ: {citation}</source>
   <translation>Ground: {citation}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Cơ quan chịu hạn</source>
   <translation>Bound body</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Cấp trên</source>
   <translation>Above</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Cần có quyết định</source>
   <translation>Needs a decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Duyệt và xóa…</source>
   <translation>Approve and erase…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Giữ</source>
   <translation>Kept</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Hai bản không khác nhau về thời hạn hay ngày nghỉ.</source>
   <translation>The two versions do not differ in limits or holidays.</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Hiệu lực từ</source>
   <translation>Valid from</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Hiệu lực đến</source>
   <translation>Valid to</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Hạn</source>
   <translation>Deadline</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Hạn sau</source>
   <translation>Due after</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Hạn trước</source>
   <translation>Due before</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Hạn đổi</source>
   <translation>Limits</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Hết thời gian lưu giữ</source>
   <translation>Over time</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Hồ sơ bị ảnh hưởng</source>
   <translation>Cases touched</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Khác nhau giữa hai bản</source>
   <translation>Differences between two versions</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Không duyệt, ghi lý do bên dưới</source>
   <translation>Decline, with the reason below</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Không thời hạn nào của hồ sơ đang mở thay đổi.</source>
   <translation>No clock of an open case changes.</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/words.py" />
   <source>Luật định</source>
   <translation>Statutory</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Lý do giữ</source>
   <translation>Why held</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Lưu giữ và xóa</source>
   <translation>Retention and erasing</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Lệnh giữ: không xóa dù hết hạn</source>
   <translation>Holds: not erased though over time</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Muộn hơn</source>
   <translation>Later</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Mức</source>
   <translation>Mark</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Ngày nghỉ, làm bù</source>
   <translation>Days off and make-up days</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Người duyệt</source>
   <translation>Approved by</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/page.py" />
   <source>Người đề nghị</source>
   <translation>Proposed by</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Người đổi</source>
   <translation>Changed by</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Năm có ngày nghỉ</source>
   <translation>Year with holidays</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/words.py" />
   <source>Nội bộ</source>
   <translation>House</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Nội dung thay đổi</source>
   <translation>What changes</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Phút phải xong, để hiện</source>
   <translation>Minutes shown as target</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Quay lại bản này…</source>
   <translation>Go back to this version…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Quay lại bản {number}. {reason}</source>
   <translation>Back to version {number}. {reason}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/words.py" />
   <source>Quy tắc</source>
   <translation>Rule</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Quy định giữ nguyên; người đề nghị thấy lý do.</source>
   <translation>The rules stay as they are; the author sees the reason.</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Rút đề nghị…</source>
   <translation>Withdraw…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Sau</source>
   <translation>After</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>So với bản</source>
   <translation>Compared with version</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Sắp xếp tổ chức…</source>
   <translation>Reorganise…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Số</source>
   <translation>Number</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <location filename="../../console/ui/law/preview.py" />
   <source>Số, ngày văn bản hoặc lý do</source>
   <translation>Number and date of the document, or the reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Sớm hơn</source>
   <translation>Sooner</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Thay tệp quy định…</source>
   <translation>Replace the rules' file…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <location filename="../../console/ui/law/preview.py" />
   <source>Thay đổi gì</source>
   <translation>What changes</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <location filename="../../console/ui/law/preview.py" />
   <source>Thiếu căn cứ</source>
   <translation>The ground is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Thiếu lý do không duyệt</source>
   <translation>The reason for declining is missing</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Thêm</source>
   <translation>New</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Thôi giữ…</source>
   <translation>Lift the hold…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Thời gian giữ nội dung, và số hồ sơ đã hết hạn</source>
   <translation>How long content is kept, and how many cases are over time</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Thời hạn của hồ sơ đang mở thay đổi: {total}, trong đó {sooner} sớm hơn, {later} muộn hơn</source>
   <translation>Limits of open cases that change: {total}, of them {sooner} sooner, {later} later</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Trước</source>
   <translation>Before</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Trường hợp riêng</source>
   <translation>Special cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>Trường hợp riêng: {names}</source>
   <translation>Special cases: {names}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Tên</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Tên đơn vị</source>
   <translation>Unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/page.py" />
   <source>Tình trạng</source>
   <translation>State</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Tính từ</source>
   <translation>Counted from</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>Tính từ: {start}</source>
   <translation>Counted from: {start}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Tệp không giữ bản cũ của: {names}. Hồ sơ đang mở cũng đổi hạn theo bản mới.</source>
   <translation>The file keeps no earlier version of: {names}. Open cases follow the new version, too.</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Tổ chức</source>
   <translation>Organisation</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>bỏ</source>
   <translation>removed</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>chưa xác minh</source>
   <translation>not verified</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/words.py" />
   <source>chờ người thứ hai duyệt</source>
   <translation>waits for a second officer</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>cần kiểm tra</source>
   <translation>to be checked</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>gia hạn có người duyệt: {rules}</source>
   <translation>may be extended with approval: {rules}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>không</source>
   <translation>no</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>không bao giờ tạm dừng</source>
   <translation>never pauses</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>không có</source>
   <translation>none</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>không duyệt</source>
   <translation>declined</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/law/words.py" />
   <source>không ghi ngày</source>
   <translation>no dates given</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>không gia hạn</source>
   <translation>no extension</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>không định số</source>
   <translation>no number set</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>làm bù</source>
   <translation>worked</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>lúc hết một thời hạn khác</source>
   <translation>the end of another limit</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>lúc phát hiện vi phạm</source>
   <translation>when the breach was found</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>lúc ra quyết định</source>
   <translation>the decision</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>lúc tiếp nhận, theo giờ Zalo</source>
   <translation>receipt, Zalo's time</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>lúc xác định là việc khẩn</source>
   <translation>when it was found urgent</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>lúc xảy ra việc</source>
   <translation>the event</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>một phần theo nguồn</source>
   <translation>partly from a source</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>ngay</source>
   <translation>at once</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>nghỉ</source>
   <translation>off</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>ngày thường</source>
   <translation>ordinary day</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>quy định nội bộ</source>
   <translation>house rule</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>quy định đã đổi, phải đề nghị lại</source>
   <translation>rules changed, propose anew</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>theo nguồn đã dẫn</source>
   <translation>from the source cited</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>theo tài liệu gốc</source>
   <translation>from the seed document</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>thêm</source>
   <translation>added</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>tin đầu tiên, theo giờ Zalo</source>
   <translation>the first message, Zalo's time</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>trước {span}</source>
   <translation>{span} before</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>trường hợp khác</source>
   <translation>other circumstances</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>tạm dừng được, có lý do</source>
   <translation>may pause, with a reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>từ ngày thụ lý</source>
   <translation>from the day it was taken up</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>từ {day}</source>
   <translation>from {day}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>và {count} hồ sơ ngoài quyền xem của bạn</source>
   <translation>and {count} cases you may not see</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>và {count} thời hạn của hồ sơ ngoài quyền xem của bạn</source>
   <translation>and {count} limits of cases you may not see</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>{count} giờ</source>
   <translation>{count} hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <location filename="../../console/ui/law/words.py" />
   <source>{count} ngày</source>
   <translation>{count} days</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>{count} ngày làm việc</source>
   <translation>{count} working days</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>{count} phút</source>
   <translation>{count} minutes</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>{count} tháng</source>
   <translation>{count} months</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>{number}, đang dùng</source>
   <translation>{number}, in force</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>{state}, {who}</source>
   <translation>{state}, {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>{state}: {words}</source>
   <translation>{state}: {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>{what}, tối đa {count} lần</source>
   <translation>{what}, at most {count} times</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Áp dụng cho</source>
   <translation>Applies to</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Đang giữ, không xóa</source>
   <translation>On hold, not erased</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>Đi kèm chương trình</source>
   <translation>Came with the program</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Điều đổi</source>
   <translation>What</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Đã hết hạn</source>
   <translation>Over time</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/policy_preview.py" />
   <source>Đã xem đủ nội dung trên, đồng ý áp dụng</source>
   <translation>Read all of the above, agree to apply it</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Đơn vị thay hoặc gốc</source>
   <translation>Taken over by, or from</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Đề nghị lại…</source>
   <translation>Propose anew…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Đề nghị và các bản</source>
   <translation>Proposals and versions</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Đề nghị xóa {count} hồ sơ…</source>
   <translation>Propose erasing {count} cases…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Đề nghị xóa: một người đề nghị, chỉ huy khác duyệt</source>
   <translation>Erasing: one proposes, another commander approves</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/page.py" />
   <source>Đề nghị xóa…</source>
   <translation>Propose erasing…</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Đề nghị đổi quy định luật định</source>
   <translation>Proposals to change statutory rules</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/changes.py" />
   <source>Đổi quy định luật định: một người đề nghị, người khác có quyền duyệt</source>
   <translation>Changing statutory rules: one proposes, another with the right approves</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <location filename="../../console/ui/law/page.py" />
   <source>Độ tin cậy</source>
   <translation>Confidence</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>Độ tin cậy: {words}</source>
   <translation>Confidence: {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>đang tắt</source>
   <translation>switched off</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>đã duyệt</source>
   <translation>approved</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>đã duyệt, chưa chạy xong</source>
   <translation>approved, not carried out yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/change_words.py" />
   <source>đã rút</source>
   <translation>withdrawn</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>đã xóa {count} hồ sơ</source>
   <translation>{count} cases erased</translation>
  </message>
  <message>
   <location filename="../../console/ui/law/words.py" />
   <source>đến {day}</source>
   <translation>until {day}</translation>
  </message>
 </context>
 <context>
  <name>ui/palette</name>
  <message>
   <location filename="../../console/ui/palette/pane.py" />
   <source>Bảng lệnh</source>
   <translation>Command palette</translation>
  </message>
  <message>
   <location filename="../../console/ui/palette/pane.py" />
   <source>Gõ việc cần làm, số hồ sơ hoặc nội dung</source>
   <translation>Type what to do, a case number or words</translation>
  </message>
  <message>
   <location filename="../../console/ui/palette/pane.py" />
   <source>Hồ sơ, nội dung</source>
   <translation>Cases, content</translation>
  </message>
  <message>
   <location filename="../../console/ui/palette/pane.py" />
   <location filename="../../console/ui/search/page.py" />
   <source>Không thấy “{query}”</source>
   <translation>“{query}” not found</translation>
  </message>
  <message>
   <location filename="../../console/ui/palette/pane.py" />
   <source>Tìm không dấu · gõ “&gt;” chỉ tìm lệnh</source>
   <translation>Marks not needed · “&gt;” finds commands only</translation>
  </message>
  <message>
   <location filename="../../console/ui/palette/pane.py" />
   <source>chọn</source>
   <translation>choose</translation>
  </message>
  <message>
   <location filename="../../console/ui/palette/pane.py" />
   <source>thực hiện</source>
   <translation>run</translation>
  </message>
  <message>
   <location filename="../../console/ui/palette/pane.py" />
   <source>đóng</source>
   <translation>close</translation>
  </message>
 </context>
 <context>
  <name>ui/queue</name>
  <message>
   <location filename="../../console/ui/queue/filter_strip.py" />
   <location filename="../../console/ui/queue/pane.py" />
   <location filename="../../console/ui/search/page.py" />
   <source>Bỏ bộ lọc</source>
   <translation>Clear filters</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Bỏ bộ lọc đã lưu</source>
   <translation>Drop a kept filter</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/bulk_bar.py" />
   <source>Bỏ chọn</source>
   <translation>Unmark</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Bỏ lọc loại</source>
   <translation>Clear categories</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Bỏ lọc {what}</source>
   <translation>Remove filter {what}</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Bộ lọc đã lưu</source>
   <translation>Kept filters</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <source>Cao?</source>
   <translation>High?</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Chưa ai giữ.</source>
   <translation>Nobody holds it.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <source>Chưa phân</source>
   <translation>Unclassified</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Chưa phân loại.</source>
   <translation>Unclassified.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>Chưa trả lời</source>
   <translation>Not answered</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Chưa trả lời công dân.</source>
   <translation>The citizen has no answer yet.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Chưa đọc được hộp thư Zalo lần nào · chưa thể nói là không có tin</source>
   <translation>The Zalo inbox has not been read yet · nothing can be said about messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Chọn nhiều hồ sơ</source>
   <translation>Mark several cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <source>Chờ {unit} nhận</source>
   <translation>Waiting for {unit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Chờ {unit} nhận.</source>
   <translation>Waiting for {unit} to accept.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Còn {span}.</source>
   <translation>{span} left.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Có nháp.</source>
   <translation>Has a draft.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Có thể khẩn cấp, chưa ai xác nhận.</source>
   <translation>Possibly an emergency, not confirmed.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Cũ hơn</source>
   <translation>Older</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Cửa sổ Zalo còn {span}.</source>
   <translation>Zalo window: {span} left.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Dòng gọn</source>
   <translation>Compact rows</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/filter_strip.py" />
   <source>Gõ bộ lọc của hàng đợi</source>
   <translation>Typed filter of the queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Gõ bộ lọc…</source>
   <translation>Type a filter…</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Gấp trước</source>
   <translation>Urgent first</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Gợi ý {category}, chưa xác nhận.</source>
   <translation>Suggested {category}, not confirmed.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/view.py" />
   <source>Hàng đợi</source>
   <translation>Queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>Hôm nay</source>
   <translation>Today</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Hết cửa sổ trả lời Zalo.</source>
   <translation>Zalo reply window closed.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/pane.py" />
   <source>Không còn tin mới</source>
   <translation>No new messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/pane.py" />
   <source>Không có hồ sơ nào trong mục {view}</source>
   <translation>No case in {view}</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/pane.py" />
   <source>Không thấy tin nào</source>
   <translation>No messages seen</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Khảo sát {score} trên 5, chưa liên hệ lại.</source>
   <translation>Survey {score} of 5, not followed up yet.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Khẩn cấp.</source>
   <translation>Emergency.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <source>Khẩn?</source>
   <translation>Urgent?</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Kiểm tra yêu cầu sửa trước {time}.</source>
   <translation>Review wants it put right by {time}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/bulk_bar.py" />
   <source>Làm theo nhóm…</source>
   <translation>Act on group…</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/filter_strip.py" />
   <source>Lưu bộ lọc này</source>
   <translation>Keep this filter</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <source>Lọc, bộ lọc đã lưu, cỡ dòng</source>
   <translation>Filter, kept filters, row height</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Lời kể được giữ kín – mở hồ sơ để đọc</source>
   <translation>The account is sealed – open the case to read it</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/header.py" />
   <location filename="../../console/ui/review/queue.py" />
   <source>Mọi loại</source>
   <translation>All</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Mức cao.</source>
   <translation>High priority.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Nhóm {group}, {count} hồ sơ</source>
   <translation>Group {group}, cases: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Quá hạn {span}.</source>
   <translation>{span} overdue.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Sắp đến hạn</source>
   <translation>Due soon</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Tạm dừng đến {time}.</source>
   <translation>Paused until {time}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Xếp theo: khẩn cấp, quá hạn, sắp đến hạn, rồi theo giờ; bằng nhau thì tin cũ hơn đứng trước</source>
   <translation>Order: emergency, overdue, due soon, then by time; among equals the older message stands first</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>[{kind}]</source>
   <translation>[{kind}]</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>[{kind}] {text}</source>
   <translation>[{kind}] {text}</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>chưa cấp</source>
   <translation>not given</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/filter_strip.py" />
   <source>loại:tố giác -thẻ:ma túy chưa:trả lời</source>
   <translation>type:crime -tag:drugs not:answered</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>{category}.</source>
   <translation>{category}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>{citizen}, số {number}.</source>
   <translation>{citizen}, number {number}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>{count} câu trả lời chưa rõ đã tới.</source>
   <translation>Replies with unknown outcome: {count}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>{count} tin chưa đọc.</source>
   <translation>Unread: {count}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/pane.py" />
   <source>{count} tin mới ↑</source>
   <translation>New: {count} ↑</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>{officer} phụ trách.</source>
   <translation>Held by {officer}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>{officer} đang viết.</source>
   <translation>{officer} is writing.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>{officer} đang xem.</source>
   <translation>{officer} is looking.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <source>{score}/5 sao: liên hệ lại</source>
   <translation>{score}/5 stars: call back</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <source>{unit} không nhận</source>
   <translation>{unit} did not accept</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Đã biết {known} trên {total} điều cần hỏi.</source>
   <translation>{known} of {total} things to ask are known.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/bulk_bar.py" />
   <source>Đã chọn {count}</source>
   <translation>{count} marked</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/bulk_bar.py" />
   <source>Đã chọn {count} hồ sơ</source>
   <translation>{count} cases marked</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <source>Đã gọi chỉ huy</source>
   <translation>Commander called</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Đã đồng bộ {time} · không có tin chờ</source>
   <translation>Synchronised {time} · no message waits</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Đơn vị {unit}.</source>
   <translation>Unit {unit}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Đến giờ nhắc lại {time}.</source>
   <translation>Reminder due {time}.</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/faces.py" />
   <source>Đến giờ nhắc {time}</source>
   <translation>Reminder due {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/queue/words.py" />
   <source>Đồng bộ lần cuối {time} · tin đến sau đó chưa hiện ở đây</source>
   <translation>Last synchronised {time} · later messages are not shown here yet</translation>
  </message>
 </context>
 <context>
  <name>ui/rail</name>
  <message>
   <location filename="../../console/ui/rail/rail.py" />
   <source>Mục và đơn vị</source>
   <translation>Sections and units</translation>
  </message>
  <message>
   <location filename="../../console/ui/rail/rail.py" />
   <source>Sửa danh mục nhãn</source>
   <translation>Edit tags</translation>
  </message>
  <message>
   <location filename="../../console/ui/rail/rail.py" />
   <source>Tìm đơn vị</source>
   <translation>Find a unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/rail/rail.py" />
   <source>Tất cả đơn vị…</source>
   <translation>All units…</translation>
  </message>
  <message>
   <location filename="../../console/ui/rail/item.py" />
   <source>{name}, {count} hồ sơ</source>
   <translation>{name}, cases: {count}</translation>
  </message>
  <message>
   <location filename="../../console/ui/rail/rail.py" />
   <source>Đơn vị và nhãn</source>
   <translation>Units and tags</translation>
  </message>
 </context>
 <context>
  <name>ui/review</name>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Bạn đã xử lý hồ sơ này: người khác phải kiểm tra</source>
   <translation>You handled this case: somebody else must review it</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Chưa</source>
   <translation>Not met</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>Chưa chọn hồ sơ</source>
   <translation>No case chosen</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>Chỉ đọc</source>
   <translation>Read only</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <location filename="../../console/ui/review/queue.py" />
   <source>Chờ kiểm tra</source>
   <translation>To review</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/queue.py" />
   <source>Chờ ký</source>
   <translation>To sign</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <location filename="../../console/ui/review/queue.py" />
   <source>Chờ ký đóng</source>
   <translation>Waits for a signature</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Ctrl ↑↓ hồ sơ kế</source>
   <translation>Ctrl ↑↓ next case</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>Các hạn xử lý được giữ</source>
   <translation>Deadlines were kept</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Còn mục «Chưa»: trả lại, hoặc đánh giá lại</source>
   <translation>An item is not met: return it, or judge again</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>Có kết quả và lý do đóng</source>
   <translation>Outcome and reason given</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>Công dân đã được trả lời</source>
   <translation>Citizen was answered</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>Căn cứ, lý do</source>
   <translation>Grounds</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/queue.py" />
   <source>Cũ trước</source>
   <translation>Oldest first</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Duyệt</source>
   <translation>Pass</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/queue.py" />
   <source>Hồ sơ chờ kiểm tra</source>
   <translation>Cases to review</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/queue.py" />
   <source>Hồ sơ mới đóng sẽ hiện ở đây.</source>
   <translation>Cases appear here when they are closed.</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/queue.py" />
   <source>Không còn hồ sơ chờ kiểm tra</source>
   <translation>Nothing left to review</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>Không còn tin chưa rõ</source>
   <translation>No unknown replies</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Không ký</source>
   <translation>Do not sign</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>Không lộ danh tính</source>
   <translation>Identity was kept</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Ký thì hồ sơ đóng. Không ký thì hồ sơ ở lại với {who} kèm nhận xét. Mọi quyết định ghi vào nhật ký.</source>
   <translation>Signing closes the case. Without it the case stays with {who}, with your comment. Every decision is logged.</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Ký đóng</source>
   <translation>Sign</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Máy kiểm tra</source>
   <translation>The machine checked</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Người kiểm tra đánh giá</source>
   <translation>The reviewer judges</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>Người xử lý</source>
   <translation>Handled by</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Nhận xét</source>
   <translation>Comment</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>Nội dung đóng hồ sơ</source>
   <translation>How the case was closed</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Phiếu kiểm tra</source>
   <translation>Review sheet</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>Phân loại đúng hạn</source>
   <translation>Classified in time</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/queue.py" />
   <source>Phản ánh</source>
   <translation>Feedback</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Sau khi trả lại, hồ sơ về hàng “Của tôi” của {who}, hạn sửa {hours} giờ. Mọi quyết định ghi vào nhật ký.</source>
   <translation>When returned, the case goes to “Mine” of {who}, to be put right within {hours} hours. Every decision is logged.</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Thiếu nhận xét: ghi cho cán bộ xử lý biết phải sửa gì</source>
   <translation>A comment is missing: say what must be put right</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/queue.py" />
   <source>Tố giác</source>
   <translation>Crime</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>Vì sao kiểm tra: {reasons}{earlier}</source>
   <translation>Why reviewed: {reasons}{earlier}</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>bắt buộc khi trả lại</source>
   <translation>needed to return</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>bốc thăm ngẫu nhiên</source>
   <translation>drawn at random</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <location filename="../../console/ui/review/words.py" />
   <source>chưa</source>
   <translation>not met</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>không tiếp nhận: kiểm tra tất cả</source>
   <translation>refused: all are reviewed</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <location filename="../../console/ui/review/words.py" />
   <source>không áp dụng</source>
   <translation>does not apply</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>thiếu Loại</source>
   <translation>no category</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>thiếu Mức</source>
   <translation>no priority</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>thiếu Địa bàn</source>
   <translation>no place</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>tố giác, tin báo: kiểm tra tất cả</source>
   <translation>crime report: all are reviewed</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>{category} · {who} xử lý · {span} từ lúc nhận</source>
   <translation>{category} · handled by {who} · {span} since received</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>{good} / {whole} mục đạt</source>
   <translation>{good} / {whole} items met</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>{name}: chưa</source>
   <translation>{name}: not met</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>{name}: đạt</source>
   <translation>{name}: met</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>{when} qua Zalo</source>
   <translation>{when} by Zalo</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/page.py" />
   <source>Đơn vị xử lý</source>
   <translation>Unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Đạt</source>
   <translation>Met</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <source>Đề nghị này của chính bạn: người khác ký</source>
   <translation>This proposal is your own: somebody else signs</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/words.py" />
   <source>Đủ trường bắt buộc</source>
   <translation>Required fields are filled</translation>
  </message>
  <message>
   <location filename="../../console/ui/review/judging.py" />
   <location filename="../../console/ui/review/words.py" />
   <location filename="../../console/ui/shift/asking.py" />
   <source>đạt</source>
   <translation>met</translation>
  </message>
 </context>
 <context>
  <name>ui/search</name>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>12 tháng qua</source>
   <translation>Last 12 months</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>24 giờ qua</source>
   <translation>Last 24 hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>30 ngày qua</source>
   <translation>Last 30 days</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>7 ngày qua</source>
   <translation>Last 7 days</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>Chữ nhớ được, số hồ sơ, biển số, số điện thoại; không cần dấu</source>
   <translation>Words you remember, case number, plate, phone; marks not needed</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/preview.py" />
   <source>Các chỗ khớp</source>
   <translation>Matches</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>Còn kết quả khác – gõ thêm chữ để thu hẹp</source>
   <translation>There are more results – type more to narrow</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>Có kết quả ngoài bộ lọc đang chọn.</source>
   <translation>There are results outside the filters.</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>Gõ vào ô tìm ở trên</source>
   <translation>Type into the search field above</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/model.py" />
   <source>Gửi ngoài</source>
   <translation>Sent outside</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>Hồ sơ tìm thấy</source>
   <translation>Cases found</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>Khớp nhất</source>
   <translation>Best match</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>Lọc kết quả</source>
   <translation>Filter the results</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>Mọi lúc</source>
   <translation>Any time</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>Mọi đơn vị</source>
   <translation>All units</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>Mới nhất</source>
   <translation>Newest</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>Thời gian</source>
   <translation>Time</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>Thử bớt chữ, hoặc gõ số hồ sơ, biển số, số điện thoại.</source>
   <translation>Try fewer words, or a case number, a plate, a phone number.</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>Tin công dân</source>
   <translation>Citizens' messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>Tin gửi ngoài hệ thống</source>
   <translation>Sent outside this system</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>Tin trả lời</source>
   <translation>Replies</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>Trạng thái</source>
   <translation>State</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/model.py" />
   <source>Trả lời</source>
   <translation>Reply</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/filters.py" />
   <source>Tìm trong</source>
   <translation>Look in</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/preview.py" />
   <source>Xem nhanh</source>
   <translation>Quick look</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>gần khớp “{query}”: thiếu một chữ · {seconds} giây</source>
   <translation>nearly “{query}”: one word missing · {seconds} s</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/page.py" />
   <source>khớp “{query}” · {seconds} giây · không phân biệt dấu</source>
   <translation>match “{query}” · {seconds} s · marks do not matter</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/preview.py" />
   <source>{key} / {back} chuyển chỗ khớp</source>
   <translation>{key} / {back} walk the matches</translation>
  </message>
  <message>
   <location filename="../../console/ui/search/preview.py" />
   <source>{total} chỗ khớp · đang ở chỗ {at}</source>
   <translation>Matches: {total} · now at {at}</translation>
  </message>
 </context>
 <context>
  <name>ui/shift</name>
  <message>
   <location filename="../../console/ui/shift/book.py" />
   <source> (đã đính chính)</source>
   <translation> (corrected)</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source> mai</source>
   <translation> tomorrow</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>1. Số liệu trong ca</source>
   <translation>1. Figures of the shift</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>2. Việc giao lại ca sau</source>
   <translation>2. Handed to the next shift</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>3. Đã báo cáo lãnh đạo, ý kiến chỉ đạo</source>
   <translation>3. Reported to leaders, their instructions</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>4. Tình hình chung, trang bị</source>
   <translation>4. General situation, equipment</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>BIÊN BẢN GIAO CA</source>
   <translation>HANDOVER OF THE SHIFT</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Ba đèn xanh: Zalo, kho, bản lưu</source>
   <translation>Three green lights: Zalo, store, cache</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Biên bản</source>
   <translation>Sheet</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Biên bản giao ca</source>
   <translation>Handover sheet</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>CHỈ HUY TRỰC</source>
   <translation>COMMANDER</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Ca này đóng lại. Hồ sơ đã nhận là của người nhận.</source>
   <translation>This shift closes. Accepted cases belong to the taker.</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Ca {day} ({start}–{end})</source>
   <translation>Shift {day} ({start}–{end})</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Ca {day} · {until}</source>
   <translation>Shift {day} · {until}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Chèn tóm tắt ca máy viết sẵn</source>
   <translation>Insert the prepared summary of the shift</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Chưa báo kết quả</source>
   <translation>Nothing reported yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Chưa ghi gì</source>
   <translation>Nothing written</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/lines.py" />
   <source>Chưa ghi việc ca sau</source>
   <translation>No next step yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Chưa kiểm: {items}</source>
   <translation>Not looked at: {items}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Chưa mở ca</source>
   <translation>No shift open</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/lines.py" />
   <source>Chưa nhận</source>
   <translation>Not accepted</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Chỉ huy ký lại…</source>
   <translation>Commander signs again…</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Chỉ huy ký…</source>
   <translation>Commander signs…</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Chỉ huy trực</source>
   <translation>Commander</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Chỉ huy trực ký</source>
   <translation>Commander signs</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Chỉ huy trực: {who}</source>
   <translation>Commander on duty: {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Chọn một cán bộ</source>
   <translation>Choose an officer</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Chữ ký kèm mã nhật ký lúc ký.</source>
   <translation>The signature carries the log's hash of this moment.</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Còn</source>
   <translation>Left</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Còn {count} dòng chưa nhận</source>
   <translation>{count} lines are not accepted</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Còn {count} dòng chặn đóng ca: giao, trả hoặc giải trình</source>
   <translation>{count} lines stand against closing: hand over, return or explain</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Còn {count} khoảng chưa đọc lại của hội thoại</source>
   <translation>{count} gaps of the inbox are not read yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Còn {count} tệp chưa tải được</source>
   <translation>{count} files are not fetched yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Có mục chưa đạt: ghi tình trạng rồi vẫn mở được ca</source>
   <translation>A check failed: say what was found, then the shift can open all the same</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Cùng trực</source>
   <translation>Also on duty</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/lines.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Cần ca sau chú ý</source>
   <translation>For the next shift</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</source>
   <translation>SOCIALIST REPUBLIC OF VIET NAM</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Cộng</source>
   <translation>Total</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/book.py" />
   <source>Ghi một dòng vào sổ trực; ghi sai thì ghi dòng đính chính</source>
   <translation>Write a line; mistakes are put right by another line</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/lines.py" />
   <source>Ghi việc ca sau phải làm – bắt buộc (F4)</source>
   <translation>Write what the next shift must do – required (F4)</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Ghi vì sao vắng người giao</source>
   <translation>Say why the giver is absent</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Giao cho…</source>
   <translation>Hand to…</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Giao hồ sơ</source>
   <translation>Hand over</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Giao {number} cho ai?</source>
   <translation>Hand {number} to whom?</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Giờ mở ca, người trực và kết quả kiểm tra vào sổ trực.</source>
   <translation>Time, officers and results go into the duty book.</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Hết ca lúc {time}</source>
   <translation>Ends at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Hỏi lại: {question}</source>
   <translation>Asked back: {question}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>In biên bản…</source>
   <translation>Print record…</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/book.py" />
   <source>In sổ trực…</source>
   <translation>Print the duty book…</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Không có ai ký được ở bàn này</source>
   <translation>Nobody here can sign</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Không có cán bộ nào khác ở bàn này</source>
   <translation>There is no other officer at this desk</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Không trả lời: {unit}</source>
   <translation>No answer: {unit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Khẩn chưa nhận</source>
   <translation>Urgent, not accepted</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Kiểm tra đầu ca</source>
   <translation>Checks at the start</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Ký</source>
   <translation>Sign</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Ký giao ca</source>
   <translation>Sign the handover</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Ký lại</source>
   <translation>Sign again</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Ký nhận ca</source>
   <translation>Sign as taker</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Loại tin</source>
   <translation>Kind</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Máy tự chọn: khẩn, đang giữ, hứa gọi, sắp hết hạn, chờ đơn vị, chưa rõ</source>
   <translation>Chosen by the console: urgent, held, promised, ending, waiting for a unit, unknown</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Mã nhật ký: {head}</source>
   <translation>Log hash: {head}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Mở ca</source>
   <translation>Open</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <location filename="../../console/ui/shift/page.py" />
   <source>Mở ca trực</source>
   <translation>Open a shift</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Mở ca: thử chuông, xem ba đèn, so đồng hồ. Biên bản giao ca tự lập từ lúc đó.</source>
   <translation>Opening: try the alarm, look at the three lights, compare the clock. The handover sheet fills itself from then on.</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>NGƯỜI GIAO</source>
   <translation>GIVER</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>NGƯỜI NHẬN</source>
   <translation>TAKER</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Nghe được chuông báo</source>
   <translation>The alarm can be heard</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Người giao</source>
   <translation>Giver</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Người giao chưa ký</source>
   <translation>The giver has not signed</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Người giao: {who} – {state}</source>
   <translation>Giver: {who} – {state}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Người ký</source>
   <translation>Signer</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Người nhận: {who}</source>
   <translation>Taker: {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <location filename="../../console/ui/shift/paper.py" />
   <source>Nhận</source>
   <translation>Accept</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Nhận ca, vắng người giao</source>
   <translation>Take over, giver absent</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Nhập PIN của người ký</source>
   <translation>Enter the signer's PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Nhật ký ghi «vắng người giao» và báo chỉ huy.</source>
   <translation>The log says “giver absent” and the commander is told.</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>PIN của người ký</source>
   <translation>PIN of the signer</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Sổ trực</source>
   <translation>Duty book</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>TRỰC BAN – BÀN TRỰC ZALO</source>
   <translation>DUTY DESK – ZALO DESK</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Thiếu: {items}</source>
   <translation>Missing: {items}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Thử chuông trước khi mở ca</source>
   <translation>Try the alarm before opening the shift</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Trang bị bàn giao</source>
   <translation>Equipment handed over</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Trang bị: đủ {there}/{whole} mục</source>
   <translation>Equipment: {there} of {whole} items present</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Tình hình chung, dặn dò</source>
   <translation>General remarks</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Tình trạng chưa đạt</source>
   <translation>What failed</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Từ {start} ngày {day} đến {end} ngày {last}</source>
   <translation>From {start} on {day} to {end} on {last}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Việc ca sau</source>
   <translation>Next step</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/lines.py" />
   <source>Việc ca sau phải làm</source>
   <translation>What the next shift must do</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Vì sao vắng người giao</source>
   <translation>Why the giver is absent</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Vắng người giao: {unit}</source>
   <translation>Leaver absent: {unit}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>Vắng người giao…</source>
   <translation>Giver absent…</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Xong</source>
   <translation>Done</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>bấm «Thử chuông»</source>
   <translation>press “Try the alarm”</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>chưa ai nhận việc</source>
   <translation>held by nobody</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>chưa ghi việc ca sau</source>
   <translation>next step not written</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <location filename="../../console/ui/shift/paper.py" />
   <source>chưa ký</source>
   <translation>not signed</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>chưa rõ trả lời đã tới hay chưa</source>
   <translation>unknown whether the reply arrived</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>chưa thử</source>
   <translation>not tried</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>chưa xanh: {names}</source>
   <translation>not green: {names}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>chưa đạt</source>
   <translation>failed</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>còn mở, giao lại</source>
   <translation>open, handed over</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>có nháp chưa gửi</source>
   <translation>an unsent draft</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>có việc chờ duyệt</source>
   <translation>something waits for approval</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>cửa sổ Zalo hết {when}</source>
   <translation>Zalo window ends {when}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>hẹn {when}: {what}</source>
   <translation>promised {when}: {what}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>hồ sơ đã đóng {time}</source>
   <translation>case closed {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>ký sau người giao</source>
   <translation>signs after the giver</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>quá giờ giao {end}</source>
   <translation>past {end}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>quá giờ hẹn {when}: {what}</source>
   <translation>promised for {when}, overdue: {what}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>tin chưa rõ kết quả gửi</source>
   <translation>replies with unknown outcome</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>tiếp nhận trong ca</source>
   <translation>received in this shift</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>và {count} hồ sơ khác, xem danh sách</source>
   <translation>and {count} other cases, see the list</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>và {count} việc khác, có trong bản in</source>
   <translation>and {count} more, on the printed record</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>{law}: hạn {when}</source>
   <translation>{law}: due {when}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <location filename="../../console/ui/shift/paper.py" />
   <source>{name}, {time}</source>
   <translation>{name}, {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>{number}: {name} chỉ đạo {time}: {words}</source>
   <translation>{number}: {name} directed {time}: {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>{number}: {told}; chưa có ý kiến chỉ đạo</source>
   <translation>{number}: {told}; no instruction yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>{unit} chưa nhận, hạn {when}</source>
   <translation>{unit} has not accepted, due {when}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>{unit}: không ai trả lời «còn thức?» từ {when} ({who}). Gọi điện ngay.</source>
   <translation>{unit}: nobody has answered “awake?” since {when} ({who}). Telephone at once.</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>{unit}: {who} nhận ca lúc {when}, vắng người giao ({reason}). Đã báo chỉ huy.</source>
   <translation>{unit}: {who} took the shift over at {when} without the leaver ({reason}). The commander was told.</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>{who} đang giữ</source>
   <translation>held by {who}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Đang giữ</source>
   <translation>Held</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Điều chưa đạt là gì, đã báo ai</source>
   <translation>What failed, and who was told</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Đã báo cáo: {told}</source>
   <translation>Reported: {told}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/lines.py" />
   <source>Đã giải trình</source>
   <translation>Explained</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Đã làm {time}, {name}: {words}</source>
   <translation>Done {time}, {name}: {words}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/lines.py" />
   <source>Đã nhận</source>
   <translation>Accepted</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>Đã nhận {time} · {text}</source>
   <translation>Accepted {time} · {text}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/book.py" />
   <source>Đính chính…</source>
   <translation>Correct…</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/asking.py" />
   <source>Đồng hồ máy đúng trong 60 giây</source>
   <translation>The PC's clock is right within 60 seconds</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/paper.py" />
   <source>Độc lập - Tự do - Hạnh phúc</source>
   <translation>Independence - Freedom - Happiness</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>đang quá hạn</source>
   <translation>overdue</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/page.py" />
   <source>đã ký {time}</source>
   <translation>signed {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/book.py" />
   <source>đã đính chính</source>
   <translation>corrected</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>đến {end}{later}</source>
   <translation>until {end}{later}</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>① Đang giữ</source>
   <translation>① Held</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>② Hứa gọi lại</source>
   <translation>② Call-back promised</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>③ Cửa sổ trả lời sắp hết</source>
   <translation>③ Reply window ending</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>④ Chuyển chưa nhận</source>
   <translation>④ Transfer not accepted</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>⑤ Hạn luật trong 48 giờ</source>
   <translation>⑤ Statutory limit within 48 hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>⑥ Nháp, chưa rõ</source>
   <translation>⑥ Drafts, unknown</translation>
  </message>
  <message>
   <location filename="../../console/ui/shift/words.py" />
   <source>⑦ Sự cố hệ thống</source>
   <translation>⑦ System trouble</translation>
  </message>
 </context>
 <context>
  <name>ui/signin</name>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>App ID</source>
   <translation>App ID</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>App ID chỉ gồm chữ số</source>
   <translation>An app ID has digits only</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>App ID, khóa bí mật</source>
   <translation>App ID, secret</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup.py" />
   <source>Bước {number} / 5</source>
   <translation>Step {number} / 5</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>Bước {number} / 5: {name}</source>
   <translation>Step {number} / 5: {name}</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Bắt đầu trực</source>
   <translation>Begin duty</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>Cho phép truy cập</source>
   <translation>Allow access</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Chép ba giá trị từ trang quản lý ứng dụng tại developers.zalo.me. Mỗi ứng dụng chỉ dùng cho một chương trình.</source>
   <translation>Copy three values from the app's page at developers.zalo.me. One app serves one program only.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Chưa gửi tin thử</source>
   <translation>Test answer not sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Chưa nối được</source>
   <translation>Not connected</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Chưa đọc hộp thư.</source>
   <translation>The inbox was not read yet.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Chỉ lưu trong kho mã hóa, và chỉ sau khi Zalo nhận. Không hiện lại được</source>
   <translation>Kept in the encrypted store only, and only once Zalo took it. It cannot be shown again</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Chọn tên của bạn, nhập PIN rồi nhấn Enter</source>
   <translation>Choose your name, type your PIN, press Enter</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Chờ quản trị viên OA đồng ý</source>
   <translation>Waiting for the OA's administrator to consent</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Chờ vài giây, đừng đóng.</source>
   <translation>A few seconds; do not close.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>Các bàn khác được báo cho tới khi có người mở khóa.</source>
   <translation>Other desks are told until somebody unlocks.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_steps.py" />
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Cán bộ và đơn vị</source>
   <translation>Officers and units</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Có thể sao chép gửi sang máy khác. Mã nhận được chỉ dùng một lần, trong 10 phút.</source>
   <translation>It may be copied and sent to another machine. The code works once, for 10 minutes.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Dãy số ở đầu trang của ứng dụng</source>
   <translation>The number at the top of the app's page</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Dùng PIN mới từ lần đăng nhập sau. Nhật ký ghi việc đổi, không ghi PIN.</source>
   <translation>The new PIN counts from the next sign-in. The log records the change, not the PIN.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Ghi cán bộ sẽ dùng máy này. Người đầu tiên là quản trị: thêm được người khác và cấp PIN cho họ.</source>
   <translation>Enter the officers who will use this machine. The first one administers: adds others and gives them PINs.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Ghi ít nhất một người quản trị</source>
   <translation>Enter at least one administrator</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>Gửi một tin cho chính mình</source>
   <translation>Send a message to yourself</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Gửi tin (không bắt buộc): nhắn mã {code} từ Zalo của bạn tới trang OA</source>
   <translation>Sending (optional): send the code {code} from your Zalo to the OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Gửi tin trả lời thử</source>
   <translation>Send a test answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Gửi tin tư vấn</source>
   <translation>Send consultation messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Hai lần nhập PIN mới không giống nhau</source>
   <translation>The two new PINs are not the same</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Kho khóa</source>
   <translation>Key</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Khóa bí mật của ứng dụng</source>
   <translation>App secret</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Khóa bí mật không có dấu cách và chữ có dấu: chép lại từ trang của ứng dụng</source>
   <translation>The secret has no blanks and no accented letters: copy it again from the app's page</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Khóa truy cập đã vào kho mã hóa và được tự gia hạn.</source>
   <translation>The access keys are in the encrypted store and are renewed by themselves.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup.py" />
   <source>Khóa được mã hóa và chỉ lưu trên máy này</source>
   <translation>Keys are encrypted and kept on this machine only</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>Không có hồ sơ nào chờ</source>
   <translation>No case is waiting</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Không xin quyền đăng bài, gửi quảng cáo</source>
   <translation>No right to post articles or to advertise is asked for</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>Kiểm tra máy</source>
   <translation>Check the machine</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup.py" />
   <source>Kết nối Zalo OA</source>
   <translation>Connect Zalo OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>Màn hình khóa lúc {when} · vẫn nhận tin</source>
   <translation>Locked at {when} · still receiving messages</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Máy này chưa có cán bộ nào, gọi người quản trị</source>
   <translation>No officer is known on this computer, call the administrator</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Máy tự kiểm tra những thứ việc nối cần tới. Chưa có gì được gửi đi hay thay đổi.</source>
   <translation>What the connection needs is checked. Nothing is sent or changed yet.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Máy {machine}</source>
   <translation>Computer {machine}</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Máy đọc hộp thư thật một lần. Không công dân nào nhận được gì trong bước này.</source>
   <translation>The real inbox is read once. No citizen gets anything in this step.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Mạng tới Zalo</source>
   <translation>Network to Zalo</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>Mạng, đồng hồ, ổ đĩa</source>
   <translation>Network, clock, disk</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Mọi lần mở hồ sơ và xem danh tính đều ghi nhật ký</source>
   <translation>Every opening of a case and every look at an identity is logged</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>Mở khóa</source>
   <translation>Unlock</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>Mở khóa để xem. Nội dung được ẩn.</source>
   <translation>Unlock to see. The content is hidden.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Mở liên kết cấp quyền trên trình duyệt của quản trị viên OA</source>
   <translation>Open the consent link in the browser of the OA's administrator</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Mở lại trình duyệt</source>
   <translation>Open the browser again</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Mở trình duyệt</source>
   <translation>Open the browser</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>Nhấn một phím bất kỳ. Mở khóa để xem tin.</source>
   <translation>Press any key. Unlock to see the messages.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Nhận tin</source>
   <translation>Receiving</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Nhập App ID</source>
   <translation>Enter the app ID</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Nhập PIN hiện tại</source>
   <translation>Type the present PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Nhập PIN mới</source>
   <translation>Type the new PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>Nhập danh sách trực</source>
   <translation>Enter who is on duty</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Nhập khóa bí mật</source>
   <translation>Enter the secret</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Nhập lại PIN mới</source>
   <translation>New PIN again</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Nhập lại PIN mới một lần nữa</source>
   <translation>Type the new PIN once more</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>Nhập để mở khóa</source>
   <translation>Type to unlock</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Nhập địa chỉ callback</source>
   <translation>Enter the callback address</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Nhắn đúng mã, rồi bấm «Đọc lại». Máy chỉ trả lời đúng hội thoại gửi mã này.</source>
   <translation>Send exactly the code, then press «Read again». Only the conversation that sent it is answered.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Nối</source>
   <translation>Connect</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_parts.py" />
   <source>OA</source>
   <translation>OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_parts.py" />
   <source>OA cơ quan nhà nước</source>
   <translation>State office's OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>PIN cần ít nhất {digits} chữ số hoặc {characters} ký tự</source>
   <translation>A PIN needs at least {digits} digits or {characters} characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>PIN dài quá {limit} ký tự</source>
   <translation>The PIN is longer than {limit} characters</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>PIN hiện tại</source>
   <translation>Present PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>PIN không được là các số liền nhau như 123456</source>
   <translation>A PIN must not be digits in their order like 123456</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>PIN không được là một ký tự lặp lại</source>
   <translation>A PIN must not be one character repeated</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>PIN mới</source>
   <translation>New PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>PIN mới phải khác PIN dùng một lần</source>
   <translation>The new PIN must differ from the one-time PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>PIN mới phải khác PIN hiện tại</source>
   <translation>The new PIN must differ from the present one</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup.py" />
   <source>Quay lại</source>
   <translation>Back</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Quyền xin cấp</source>
   <translation>Rights asked for</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Quên PIN: gọi người quản trị để được đặt lại</source>
   <translation>PIN forgotten: call the administrator to have it reset</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Quản trị viên của trang OA đăng nhập Zalo trên trình duyệt và bấm Đồng ý. Phần mềm không thấy mật khẩu Zalo.</source>
   <translation>The OA's administrator signs in to Zalo in a browser and consents. This program never sees the Zalo password.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Sau khi bắt đầu: đặt PIN</source>
   <translation>After the start: set a PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Sửa chỗ báo đỏ rồi kiểm tra lại</source>
   <translation>Mend what is red, then check again</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup.py" />
   <source>Thiết lập lần đầu</source>
   <translation>First set-up</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Thoát</source>
   <translation>Quit</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/fields.py" />
   <source>Thử lại sau {time}</source>
   <translation>Try again in {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_steps.py" />
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Thử nhận, gửi tin</source>
   <translation>Try receiving and sending</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Tiếp nhận tin báo, phản ánh, khảo sát và hỏi đáp thủ tục của người dân qua Zalo Official Account.</source>
   <translation>Takes in citizens' reports, feedback, surveys and questions on procedures through the Zalo Official Account.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_parts.py" />
   <source>Trang OA</source>
   <translation>OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_parts.py" />
   <source>Trang OA của đơn vị</source>
   <translation>The unit's OA</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Tải ảnh, tệp lên</source>
   <translation>Upload photos and files</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Từ nay chỉ bạn biết PIN này. Nhật ký ghi việc đổi, không ghi PIN.</source>
   <translation>From now on only you know this PIN. The log notes the change, not the PIN.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_parts.py" />
   <source>Zalo cho biết tên và số của trang sau khi quản trị viên đồng ý</source>
   <translation>Zalo tells its name and number once the administrator has consented</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>gửi biểu mẫu, hình ảnh</source>
   <translation>to send forms and pictures</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>trả lời trong cửa sổ Zalo cho phép</source>
   <translation>to answer within Zalo's window</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>và {count} cán bộ nữa</source>
   <translation>and {count} more officers</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>{count} tin khẩn cấp đang chờ</source>
   <translation>{count} urgent waiting</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_parts.py" />
   <source>{kind} · ID {number}</source>
   <translation>{kind} · ID {number}</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>{rest}, {count} đến giờ nhắc lại</source>
   <translation>{rest}, {count} reminders due</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>{rest}. Mở khóa để xem. Nội dung được ẩn.</source>
   <translation>{rest}. Unlock to see. The content is hidden.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>{waiting} hồ sơ chờ, {late} quá hạn</source>
   <translation>{waiting} cases waiting, {late} overdue</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Đang chờ quản trị viên đồng ý trên trình duyệt…</source>
   <translation>Waiting for the administrator to consent in the browser…</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Đang gửi tin trả lời thử…</source>
   <translation>Sending the test answer…</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Đang kiểm tra máy…</source>
   <translation>Checking the machine…</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/fields.py" />
   <location filename="../../console/ui/signin/setup_parts.py" />
   <source>Đang kiểm tra…</source>
   <translation>Checking…</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Đang đọc hộp thư…</source>
   <translation>Reading the inbox…</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Đã nhận mã {code}</source>
   <translation>Code {code} received</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Đã nối lúc {time}</source>
   <translation>Connected at {time}</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Đã đăng ký với ứng dụng; ở địa chỉ đó không cần có trang web nào</source>
   <translation>Registered with the app; there need not be any page at that address</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Đăng nhập</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/login.py" />
   <source>Đăng nhập ca trực</source>
   <translation>Sign in for duty</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>Đăng nhập quản trị OA</source>
   <translation>The OA's administrator signs in</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Đặt PIN</source>
   <translation>Set PIN</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Đặt PIN của bạn trong Cài đặt, rồi cấp PIN một lần cho từng cán bộ ở trang Quản trị.</source>
   <translation>Set your PIN in the settings, then give each officer a one-time PIN on the administration page.</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Đặt PIN của riêng bạn để vào</source>
   <translation>Set your own PIN to get in</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/new_pin.py" />
   <source>Đặt PIN mới?</source>
   <translation>Set a new PIN?</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup.py" />
   <source>Để sau, về bàn trực</source>
   <translation>Later, go to the desk</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Địa chỉ callback</source>
   <translation>Callback address</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Địa chỉ callback bắt đầu bằng https://, không dấu, không cách</source>
   <translation>A callback address begins with https://, without accents or blanks</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Đọc hội thoại và người quan tâm</source>
   <translation>Read conversations and followers</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Đọc lại</source>
   <translation>Read again</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_trial.py" />
   <source>Đọc được hộp thư rồi mới sang bước sau</source>
   <translation>The inbox must be read before the next step</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Đồng hồ máy</source>
   <translation>This machine's clock</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Đồng ý xong, dán địa chỉ cuối cùng của trình duyệt vào đây</source>
   <translation>After the consent, paste the address the browser ended at here</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_parts.py" />
   <source>Đổi OA…</source>
   <translation>Another OA…</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/lock.py" />
   <source>Đổi cán bộ</source>
   <translation>Switch officer</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>để đưa tin vào hàng đợi</source>
   <translation>to bring messages into the queue</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <source>Ổ đĩa của hồ sơ</source>
   <translation>The profile's disk</translation>
  </message>
  <message>
   <location filename="../../console/ui/signin/setup_pages.py" />
   <location filename="../../console/ui/signin/setup_steps.py" />
   <source>Ứng dụng Zalo</source>
   <translation>Zalo app</translation>
  </message>
 </context>
 <context>
  <name>ui/statistics</name>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>14 ngày qua</source>
   <translation>Last 14 days</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>90 % trong</source>
   <translation>90 % within</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>90 % trong {span}</source>
   <translation>90 % within {span}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/card.py" />
   <source>Bảng số</source>
   <translation>Table</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/card.py" />
   <source>Bảng số: {title}</source>
   <translation>Table: {title}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/units.py" />
   <source>Chưa có hồ sơ nào trong kỳ</source>
   <translation>No case in this period</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/lines.py" />
   <source>Chưa có tin nào được trả lời trong kỳ</source>
   <translation>Nothing was answered in this period</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Giờ</source>
   <translation>Hour</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/heat.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>Giờ cao điểm</source>
   <translation>Busy hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Gần nhất</source>
   <translation>Last</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Hài lòng</source>
   <translation>Satisfied</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>Hồ sơ mở lại</source>
   <translation>Cases reopened</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Khung giờ</source>
   <translation>Hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/bars.py" />
   <source>Khác, chưa phân loại</source>
   <translation>Other, unclassified</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <location filename="../../console/ui/statistics/survey.py" />
   <source>Không hỏi, có lý do</source>
   <translation>Not asked, with reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Không hỏi: {rule}</source>
   <translation>Not asked: {rule}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>Không nơi nào được báo lặp lại trong kỳ</source>
   <translation>No place was reported on again in this period</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Không đúng hạn</source>
   <translation>Not on time</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/bars.py" />
   <source>Khảo sát hài lòng</source>
   <translation>Satisfaction survey</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <source>Khảo sát: các phiếu, điểm thấp trước</source>
   <translation>Survey: answers, low marks first</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <source>Khảo sát: {n} sao</source>
   <translation>Survey: {n} stars</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <source>Khảo sát: đã hỏi</source>
   <translation>Survey: asked</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>Lặp lại và mở lại</source>
   <translation>Repeated and reopened</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <source>Mở lại trong kỳ</source>
   <translation>Reopened in the period</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <location filename="../../console/ui/statistics/survey.py" />
   <source>Mức hài lòng</source>
   <translation>Satisfaction</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>Người gửi nhiều lần</source>
   <translation>Citizens who wrote often</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Nhận lúc</source>
   <translation>Received at</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Năm nay</source>
   <translation>This year</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>Nơi</source>
   <translation>Place</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/units.py" />
   <source>P.hồi</source>
   <translation>Answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Phản hồi đầu</source>
   <translation>First answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Phản hồi đầu – trung vị</source>
   <translation>First answer – median</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/bars.py" />
   <source>Phản ánh, kiến nghị</source>
   <translation>Feedback, petitions</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Quý này</source>
   <translation>This quarter</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Quý trước</source>
   <translation>Last quarter</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Số lần</source>
   <translation>Times</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Số phiếu</source>
   <translation>Answers</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <location filename="../../console/ui/statistics/units.py" />
   <source>Theo đơn vị</source>
   <translation>By unit</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Tháng này</source>
   <translation>This month</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Tháng trước</source>
   <translation>Last month</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/lines.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>Thời gian phản hồi đầu</source>
   <translation>Time to first answer</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/bars.py" />
   <source>Thủ tục hành chính</source>
   <translation>Procedures</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/bars.py" />
   <location filename="../../console/ui/statistics/page.py" />
   <source>Tin tiếp nhận mỗi ngày</source>
   <translation>Received each day</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Tiếp nhận trong kỳ</source>
   <translation>Received in the period</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Trung bình</source>
   <translation>Mean</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Trung vị</source>
   <translation>Median</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Tuần này</source>
   <translation>This week</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Tuần trước</source>
   <translation>Last week</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/bars.py" />
   <source>Tố giác, tin báo</source>
   <translation>Crime reports</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Xuất báo cáo</source>
   <translation>Export report</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>chưa trả lời tin nào</source>
   <translation>nothing answered yet</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>cán bộ bỏ qua, có lý do</source>
   <translation>skipped by an officer, with reason</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>câu khảo sát hết hiệu lực</source>
   <translation>the survey’s text is no longer valid</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>còn tin chưa gửi xong</source>
   <translation>a message is still being sent</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>cần xử lý</source>
   <translation>needs work</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>giờ khác nhau</source>
   <translation>different hours</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>hết hạn trả lời của Zalo</source>
   <translation>Zalo’s window had closed</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>hồ sơ</source>
   <translation>cases</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>không có hồ sơ nào</source>
   <translation>no case</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>kết quả không hỏi</source>
   <translation>an outcome that is not asked</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>loại tin không hỏi</source>
   <translation>a kind that is not asked</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>lâu nhất {span}</source>
   <translation>longest {span}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>mỗi cột một tháng, xếp theo loại</source>
   <translation>a column a month, by kind</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/lines.py" />
   <source>mục tiêu {n}</source>
   <translation>target {n}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>mục tiêu {share}</source>
   <translation>target {share}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>người chưa thành niên</source>
   <translation>a minor</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>người duyệt không cho gửi</source>
   <translation>the approver did not let it go</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>nhãn không hỏi</source>
   <translation>a tag that is not asked</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>nơi được báo nhiều lần, các lần cách nhau trên 2 giờ; tin cùng một vụ tính một lần</source>
   <translation>places reported on several times, more than 2 hours apart; reports of one incident count once</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>phần lớn {a}–{b} giờ</source>
   <translation>mostly {a}–{b} h</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>so với {n} ngày trước</source>
   <translation>against the {n} days before</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/words.py" />
   <source>tháng {month}/{year}</source>
   <translation>month {month}/{year}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>tin</source>
   <translation>received</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>tin trung bình mỗi giờ – để xếp ca</source>
   <translation>mean an hour – for planning shifts</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/lines.py" />
   <source>trung vị</source>
   <translation>median</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>trung vị và mốc 90 % số tin</source>
   <translation>median and the 90 % mark</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>từ {least} hồ sơ trong kỳ, cộng {n} hồ sơ</source>
   <translation>{least} cases or more in the period, {n} cases in all</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>xếp theo loại</source>
   <translation>stacked by kind</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/heat.py" />
   <source>{day} {hour} giờ: {n} tin, trung bình {mean}</source>
   <translation>{day} {hour} h: {n} received, {mean} on average</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <source>{day}, {a}–{b} giờ</source>
   <translation>{day}, {a}–{b} h</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/lines.py" />
   <source>{day}: trung vị {median}, 90 % trong {slow}</source>
   <translation>{day}: median {median}, 90 % within {slow}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/bars.py" />
   <source>{day}: {family} {n}</source>
   <translation>{day}: {family} {n}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/words.py" />
   <source>{h} g {m} ph</source>
   <translation>{h} h {m} min</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>{mark}, chưa liên hệ lại</source>
   <translation>{mark}, not followed up</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/numbers.py" />
   <source>{n} dòng</source>
   <translation>{n} rows</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/numbers.py" />
   <source>{n} dòng. Enter xem các hồ sơ của số đang chọn.</source>
   <translation>{n} lines. Enter shows the cases of the chosen number.</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>{n} giờ</source>
   <translation>{n} h</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/numbers.py" />
   <source>{n} hồ sơ. Enter mở hồ sơ.</source>
   <translation>{n} cases. Enter opens one.</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <location filename="../../console/ui/statistics/words.py" />
   <source>{n} ngày</source>
   <translation>{n} days</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <location filename="../../console/ui/statistics/words.py" />
   <source>{n} ph</source>
   <translation>{n} min</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>{n} phiếu</source>
   <translation>{n} answers</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>{n} phiếu khảo sát</source>
   <translation>{n} survey answers</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/survey.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>{n} sao</source>
   <translation>{n} stars</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/heat.py" />
   <source>{n} tin/giờ</source>
   <translation>{n} an hour</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/heat.py" />
   <source>{n}g</source>
   <translation>{n}h</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>{place}: {n} lần, {hours}, gần nhất {day}</source>
   <translation>{place}: {n} times, {hours}, last on {day}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/survey.py" />
   <source>{score} sao: {n} phiếu</source>
   <translation>{score} stars: {n} answers</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/repeats.py" />
   <source>{share} số hồ sơ đã kết thúc, {n} lần mở</source>
   <translation>{share} of the cases that had ended, opened anew {n} times</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/units.py" />
   <source>{unit}: {n} hồ sơ, đúng hạn {kept}, phản hồi {wait}</source>
   <translation>{unit}: {n} cases, on time {kept}, answer {wait}</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>Đang quá hạn</source>
   <translation>Overdue now</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/behind.py" />
   <location filename="../../console/ui/statistics/survey.py" />
   <source>Điểm thấp chưa liên hệ lại</source>
   <translation>Low marks not followed up</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/survey.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <source>Đã hỏi</source>
   <translation>Asked</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/heat.py" />
   <source>Đông nhất: {day}, {a}–{b} giờ</source>
   <translation>Busiest: {day}, {a}–{b} h</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <location filename="../../console/ui/statistics/tables.py" />
   <location filename="../../console/ui/statistics/units.py" />
   <source>Đúng hạn</source>
   <translation>On time</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>đang có hồ sơ khác mở</source>
   <translation>another case is open</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>đã hỏi, chưa trả lời</source>
   <translation>asked, not answered</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/tables.py" />
   <source>đóng đã quá lâu</source>
   <translation>closed too long ago</translation>
  </message>
  <message>
   <location filename="../../console/ui/statistics/page.py" />
   <source>đơn vị thụ lý, không tính nơi để biết</source>
   <translation>responsible unit, not those informed</translation>
  </message>
 </context>
</TS>
