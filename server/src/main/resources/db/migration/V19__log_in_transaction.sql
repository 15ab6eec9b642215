-- The number of a log is its place among the logs of its transaction. It was its place in the block, which the smallest
-- reorganisation shifts, so that a log could take the row of another one of the same transaction.

-- What was read before keeps its number, moved up out of the way of the new ones: where its block is read again after a
-- reorganisation, it stays undone, and what the receipt says is written beside it.
update payment_credit set log_index = log_index + 1000000000 where log_index >= 0;
update payment_return set log_index = log_index + 1000000000 where log_index >= 0;

comment on column payment_credit.log_index is
    'within its transaction; -1 for the transaction itself; from 1000000000 on: within its block, as before V19';
comment on column payment_return.log_index is
    'within its transaction; -1 for the transaction itself; from 1000000000 on: within its block, as before V19';
