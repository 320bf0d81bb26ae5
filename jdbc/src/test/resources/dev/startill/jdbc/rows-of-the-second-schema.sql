-- What a shop's database had in it when it was left by the program of the second schema: in words that
-- each database understands, but for x'…', which is a row of bytes.

INSERT INTO terms
  (bot, hash, product, title, description, price, delivery, goods) VALUES
  (42, x'86ab05361cbad3297b8cb9bb77f3f472e01b34540bc1c0159056e2f35696fce4', 'guide', 'The guide',
   'All about it.', 50000000000, 'TEXT', 'Read {order}.'),
  (42, x'9e180269416363f645d333bf6ff2b6845aee44e8285edf21f0a5d25e65aa1097', 'key', 'The key', 'Opens it.',
   30000000000, 'CODE', '');

INSERT INTO link
  (bot, id, terms, owner, valid_until, closed, opened_at, changed_at) VALUES
  (42, 'lnk_01m81j4xp0f6wt12p0dbkee5r9',
   x'86ab05361cbad3297b8cb9bb77f3f472e01b34540bc1c0159056e2f35696fce4', NULL, 253402214400000000, 0,
   1795348920000000, 1795348920000000);

INSERT INTO orders
  (bot, id, state, terms, product, owner, valid_until, link, buyer, checkout, held_until, charge, goods,
   ends_at, opened_at, changed_at) VALUES
  (42, 'ord_01m81j18g0espaeah8b48xyqg0', 'PAID',
   x'86ab05361cbad3297b8cb9bb77f3f472e01b34540bc1c0159056e2f35696fce4', 'guide', 777, 1795435200000000,
   NULL, NULL, NULL, NULL, 'stx1', 'HANDED_OVER', NULL, 1795348800000000, 1795348800000000),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 'PAID',
   x'9e180269416363f645d333bf6ff2b6845aee44e8285edf21f0a5d25e65aa1097', 'key', 888, 1795435260000000,
   NULL, NULL, NULL, NULL, 'stx2', 'REVOKED', NULL, 1795348860000000, 1795348920000000),
  (42, 'ord_01m81j4xp0e64v0d98ca0h0s64', 'APPROVED',
   x'9e180269416363f645d333bf6ff2b6845aee44e8285edf21f0a5d25e65aa1097', 'key', 777, 1795435320000000,
   NULL, 777, 'q3', 1795349820000000, NULL, NULL, 1795349820000000, 1795348920000000, 1795348920000000),
  (42, 'ord_01m81j4xp0fhhb3ng9b9wfa36h', 'OPEN',
   x'86ab05361cbad3297b8cb9bb77f3f472e01b34540bc1c0159056e2f35696fce4', 'guide', 888, 1795435320000000,
   NULL, NULL, NULL, NULL, NULL, NULL, 1795435320000000, 1795348920000000, 1795348920000000);

INSERT INTO event
  (bot, subject, seq, at, what, state, detail) VALUES
  (42, 'lnk_01m81j4xp0f6wt12p0dbkee5r9', 1, 1795348920000000, 'LinkRequested', 'OPEN', ''),
  (42, 'ord_01m81j18g0espaeah8b48xyqg0', 1, 1795348800000000, 'InvoiceRequested', 'OPEN', ''),
  (42, 'ord_01m81j18g0espaeah8b48xyqg0', 2, 1795348800000000, 'InvoiceSent', 'OPEN', ''),
  (42, 'ord_01m81j18g0espaeah8b48xyqg0', 3, 1795348800000000, 'CheckoutArrived', 'APPROVED', ''),
  (42, 'ord_01m81j18g0espaeah8b48xyqg0', 4, 1795348800000000, 'ChargeReceived', 'PAID', ''),
  (42, 'ord_01m81j18g0espaeah8b48xyqg0', 5, 1795348800000000, 'GoodsHandedOver', 'FULFILLED', ''),
  (42, 'ord_01m81j18g0espaeah8b48xyqg0', 6, 1795348920000000, 'ChargeReceived', 'FULFILLED',
   'SECOND_CHARGE, st:ord_01m81j18g0espaeah8b48xyqg0; sent back by policy'),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 1, 1795348860000000, 'InvoiceRequested', 'OPEN', ''),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 2, 1795348860000000, 'InvoiceSent', 'OPEN', ''),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 3, 1795348860000000, 'CheckoutArrived', 'APPROVED', ''),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 4, 1795348860000000, 'ChargeReceived', 'PAID', ''),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 5, 1795348860000000, 'GoodsHandedOver', 'FULFILLED', ''),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 6, 1795348920000000, 'RefundRequested', 'REFUNDING',
   'asked nicely'),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 7, 1795348920000000, 'GoodsRevoked', 'REFUNDING', ''),
  (42, 'ord_01m81j3330fcarh5xsbkv0f5jg', 8, 1795348920000000, 'RefundConfirmed', 'REFUNDED', ''),
  (42, 'ord_01m81j4xp0e64v0d98ca0h0s64', 1, 1795348920000000, 'InvoiceRequested', 'OPEN', ''),
  (42, 'ord_01m81j4xp0e64v0d98ca0h0s64', 2, 1795348920000000, 'InvoiceSent', 'OPEN', ''),
  (42, 'ord_01m81j4xp0e64v0d98ca0h0s64', 3, 1795348920000000, 'CheckoutArrived', 'APPROVED', ''),
  (42, 'ord_01m81j4xp0fhhb3ng9b9wfa36h', 1, 1795348920000000, 'InvoiceRequested', 'OPEN', ''),
  (42, 'ord_01m81j4xp0fhhb3ng9b9wfa36h', 2, 1795348920000000, 'InvoiceSent', 'OPEN', ''),
  (42, 'stx3', 1, 1795348920000000, 'ChargeReceived', 'RETURNING',
   'SECOND_CHARGE, st:ord_01m81j18g0espaeah8b48xyqg0; sent back by policy'),
  (42, 'stx3', 2, 1795348920000000, 'RefundConfirmed', 'RETURNED', ''),
  (42, 'stx4', 1, 1795348920000000, 'ChargeReceived', 'KEPT',
   'OWNERLESS_CHARGE, st:ord_00000000000000000000000009');

INSERT INTO "case"
  (bot, id, subject, reason, order_id, charge, buyer, detail, opened_at, closed_at, how) VALUES
  (42, 'case_01m81j4xp0e69s9rrtgcv9sjdh', 'stx4', 'OWNERLESS_CHARGE', NULL, 'stx4', 888,
   'OWNERLESS_CHARGE, st:ord_00000000000000000000000009', 1795348920000000, NULL, '');

INSERT INTO charge
  (bot, id, order_id, buyer, amount, paid_at, booked_at, standing, standing_at, refund, why, payload,
   stated) VALUES
  (42, 'stx1', 'ord_01m81j18g0espaeah8b48xyqg0', 777, 50000000000, 1795348800000000, 1795348800000000,
   'KEPT', 1795348800000000, NULL, NULL, NULL, 1),
  (42, 'stx2', 'ord_01m81j3330fcarh5xsbkv0f5jg', 888, 30000000000, 1795348860000000, 1795348860000000,
   'RETURNED', 1795348920000000, NULL, NULL, NULL, 1),
  (42, 'stx3', NULL, 777, 50000000000, 1795348920000000, 1795348920000000, 'RETURNED', 1795348920000000,
   NULL, 'SECOND', 'st:ord_01m81j18g0espaeah8b48xyqg0', 1),
  (42, 'stx4', NULL, 888, 7000000000, 1795348920000000, 1795348920000000, 'KEPT', 1795348920000000, NULL,
   'OWNERLESS', 'st:ord_00000000000000000000000009', 0);

INSERT INTO posting
  (bot, seq, source, from_account, to_account, nanostars, booked_at, hash) VALUES
  (42, 1, 'charge:stx1', 'BUYER', 'SALES', 50000000000, 1795348800000000,
   x'1fad8d4d717dc3fedd38bb999b7608b3a981a3e21cf5f7fdaf40ad33a02a6312'),
  (42, 2, 'charge:stx2', 'BUYER', 'SALES', 30000000000, 1795348860000000,
   x'6eae035467bcc933109f1e922da191c3c9f329ec070e5dda51ad577c3f997077'),
  (42, 3, 'charge:stx3', 'BUYER', 'SUSPENSE', 50000000000, 1795348920000000,
   x'4b448fd8a5d2aa1be82fb5b7ecc9fbf6e85cc00d3d4bbaf4a27a339ac542b33b'),
  (42, 4, 'refunding:re_01m81j4xp0env9ch3ft6w27hf6', 'SUSPENSE', 'REFUNDING', 50000000000,
   1795348920000000, x'02d13858cb3076895e6eacf39d2d2b63c03e86395874e26a2bbc992f36241a84'),
  (42, 5, 'refund:stx3', 'REFUNDING', 'BUYER', 50000000000, 1795348920000000,
   x'f55da2cf5d32557bf831bc929a9901f616054c2136f834ad16261cfd31aab6e7'),
  (42, 6, 'charge:other', 'BUYER', 'FOREIGN', 5000000000, 1795348920000000,
   x'3678058c7d830547a9279ab41be58acef6cc1dc82aaf0cfd6361e8a1e966f9bd'),
  (42, 7, 'refunding:re_01m81j4xp0e75vqm0grcs8dysf', 'SALES', 'REFUNDING', 30000000000, 1795348920000000,
   x'4c4b8afd3dfcad9737f43de5baab0f6302c187932e5c4f1bed1bd18fdfe6d6a7'),
  (42, 8, 'refund:stx2', 'REFUNDING', 'BUYER', 30000000000, 1795348920000000,
   x'd9785a2cef7e2b888da3acf6a0cc5a58e9ede9483eb7094cf251c46b24f49e26'),
  (42, 9, 'charge:stx4', 'BUYER', 'SUSPENSE', 7000000000, 1795348920000000,
   x'd70370ebaefbf2563a3cbda257daf53343d80614fdc23e877cba18b8017889a6');

INSERT INTO statement_line
  (bot, id, way, place, at, nanostars, purpose, party, payload, commission, withdrawal, note,
   kept_at) VALUES
  (42, 'other', 'CAME', 4, 1795348920000000, 5000000000, 'INVOICE', 888, 'somebody-elses', 0, 'NONE', '',
   1795348920000000),
  (42, 'stx1', 'CAME', 0, 1795348920000000, 50000000000, 'INVOICE', 777,
   'st:ord_01m81j18g0espaeah8b48xyqg0', 0, 'NONE', '', 1795348920000000),
  (42, 'stx2', 'CAME', 1, 1795348920000000, 30000000000, 'INVOICE', 888,
   'st:ord_01m81j3330fcarh5xsbkv0f5jg', 0, 'NONE', '', 1795348920000000),
  (42, 'stx3', 'CAME', 2, 1795348920000000, 50000000000, 'INVOICE', 777,
   'st:ord_01m81j18g0espaeah8b48xyqg0', 0, 'NONE', '', 1795348920000000),
  (42, 'stx3', 'WENT', 3, 1795348920000000, 50000000000, 'INVOICE', 777,
   'st:ord_01m81j18g0espaeah8b48xyqg0', 0, 'NONE', '', 1795348920000000);

INSERT INTO statement
  (bot, "lines", read_to) VALUES
  (42, 5, 1795348920000000);

INSERT INTO code
  (bot, product, code, position, state, order_id, changed_at) VALUES
  (42, 'key', 'A-1', 1, 'REVOKED', 'ord_01m81j3330fcarh5xsbkv0f5jg', 1795348920000000),
  (42, 'key', 'A-2', 3, 'FREE', NULL, 1795348800000000),
  (42, 'key', 'a-1', 2, 'HELD', 'ord_01m81j4xp0e64v0d98ca0h0s64', 1795348920000000);

INSERT INTO outbox
  (bot, id, kind, order_id, position, charge, refund, buyer, state, due_at, leased, uncertain, attempt,
   because, written_at, changed_at) VALUES
  (42, 'msg_01m81j18g0f0xtakntvgcwz2kj', 'HAND_OVER', 'ord_01m81j18g0espaeah8b48xyqg0', 2, NULL, NULL,
   777, 'SETTLED', 1795348920000000, 0, 0, 1, '', 1795348800000000, 1795348800000000),
  (42, 'msg_01m81j18g0fn8824rf6qygy6c7', 'SEND_INVOICE', 'ord_01m81j18g0espaeah8b48xyqg0', 1, NULL, NULL,
   777, 'SETTLED', 1795348920000000, 0, 0, 1, '', 1795348800000000, 1795348800000000),
  (42, 'msg_01m81j3330e5799zsnjh7m1bxz', 'HAND_OVER', 'ord_01m81j3330fcarh5xsbkv0f5jg', 2, NULL, NULL,
   888, 'SETTLED', 1795348980000000, 0, 0, 1, '', 1795348860000000, 1795348860000000),
  (42, 'msg_01m81j3330f0drzxnfm6sezam4', 'SEND_INVOICE', 'ord_01m81j3330fcarh5xsbkv0f5jg', 1, NULL, NULL,
   888, 'SETTLED', 1795348980000000, 0, 0, 1, '', 1795348860000000, 1795348860000000),
  (42, 'msg_01m81j4xp0e9wvfgz694mc0p8c', 'REFUND', 'ord_01m81j3330fcarh5xsbkv0f5jg', 4, 'stx2',
   're_01m81j4xp0e75vqm0grcs8dysf', 888, 'SETTLED', 1795349040000000, 0, 0, 1, '', 1795348920000000,
   1795348920000000),
  (42, 'msg_01m81j4xp0eezv0xzpktbts3dy', 'SEND_INVOICE', 'ord_01m81j4xp0e64v0d98ca0h0s64', 1, NULL, NULL,
   777, 'SETTLED', 1795349040000000, 0, 0, 1, '', 1795348920000000, 1795348920000000),
  (42, 'msg_01m81j4xp0eh1vtvmknq53ep6b', 'REVOKE', 'ord_01m81j3330fcarh5xsbkv0f5jg', 3, NULL, NULL, 888,
   'SETTLED', 1795349040000000, 0, 0, 1, '', 1795348920000000, 1795348920000000),
  (42, 'msg_01m81j4xp0eqv8dn0me65m1k5k', 'SEND_INVOICE', 'ord_01m81j4xp0fhhb3ng9b9wfa36h', 1, NULL, NULL,
   888, 'SETTLED', 1795349040000000, 0, 0, 1, '', 1795348920000000, 1795348920000000),
  (42, 'msg_01m81j4xp0fmgt65s43b3bnrby', 'TELL_HELD', NULL, 1, 'stx4', NULL, 888, 'WAITING',
   1795348920000000, 0, 0, 0, '', 1795348920000000, 1795348920000000),
  (42, 'msg_01m81j4xp0fqm9mw78kph1wn6t', 'REFUND', NULL, 1, 'stx3', 're_01m81j4xp0env9ch3ft6w27hf6', 777,
   'SETTLED', 1795349040000000, 0, 0, 1, '', 1795348920000000, 1795348920000000);
