-- A way out, for a person who knows better: what a node that was wrong told of a transaction is set aside. The rows stay as
-- they are but for their number, which moves up out of the way of what another node says of the same block, and count no more.

create or replace function refuse_loss_of_payments() returns trigger language plpgsql as $$
declare
    set_aside boolean;
begin
    if tg_op <> 'UPDATE' then
        raise exception '% keeps every row', tg_table_name;
    end if;
    set_aside := new.undone and old.log_index < 1000000000 and new.log_index > 1000000000
        and to_jsonb(new) - 'undone' - 'log_index' = to_jsonb(old) - 'undone' - 'log_index';
    if new.block_hash = old.block_hash and to_jsonb(new) - 'undone' <> to_jsonb(old) - 'undone' and not set_aside then
        raise exception '% is what a block says', tg_table_name;
    end if;
    return new;
end $$;

-- How many rows were set aside. The chain is read again from their first block on, where that block is one of those that
-- are remembered; otherwise nothing of them counts until somebody tells of the transaction, as with POST .../payment.
create function set_transaction_aside(of_chain bigint, of_transaction text) returns bigint language plpgsql as $$
declare
    rows_of_credits bigint;
    rows_of_returns bigint;
    last_good bigint;
    last_good_hash text;
begin
    perform 1 from chain_cursor where chain_id = of_chain for update;
    select min(block_number) - 1 into last_good from (
        select block_number from payment_credit
        where chain_id = of_chain and transaction_hash = of_transaction and log_index < 1000000000
        union all
        select block_number from payment_return
        where chain_id = of_chain and transaction_hash = of_transaction and log_index < 1000000000) told;
    select hash into last_good_hash from chain_block where chain_id = of_chain and number = last_good;
    update payment_reference set open = true, looked_at = null
    where chain_id = of_chain and reference in (
        select reference from payment_credit where chain_id = of_chain and transaction_hash = of_transaction
        union
        select reference from payment_return where chain_id = of_chain and transaction_hash = of_transaction);
    -- The first log has the number 0, the transaction itself -1.
    update payment_credit set undone = true, log_index = log_index + 2 + (
        select greatest(1000000000, max(log_index)) from payment_credit
        where chain_id = of_chain and transaction_hash = of_transaction)
    where chain_id = of_chain and transaction_hash = of_transaction and log_index < 1000000000;
    get diagnostics rows_of_credits = row_count;
    update payment_return set undone = true, log_index = log_index + 2 + (
        select greatest(1000000000, max(log_index)) from payment_return
        where chain_id = of_chain and transaction_hash = of_transaction)
    where chain_id = of_chain and transaction_hash = of_transaction and log_index < 1000000000;
    get diagnostics rows_of_returns = row_count;
    -- As after a reorganisation: what stands above is read once more, and counts again where it is the same.
    if last_good_hash is not null and exists (
            select from chain_cursor where chain_id = of_chain and number > last_good) then
        update payment_reference set open = true, looked_at = null
        where chain_id = of_chain and reference in (
            select reference from payment_credit
            where chain_id = of_chain and block_number > last_good and not undone
            union
            select reference from payment_return
            where chain_id = of_chain and block_number > last_good and not undone);
        update payment_credit set undone = true
        where chain_id = of_chain and block_number > last_good and not undone;
        update payment_return set undone = true
        where chain_id = of_chain and block_number > last_good and not undone;
        delete from chain_block where chain_id = of_chain and number > last_good;
        update chain_cursor set number = last_good, hash = last_good_hash where chain_id = of_chain;
    end if;
    return rows_of_credits + rows_of_returns;
end $$;

comment on column payment_credit.log_index is
    'within its transaction; -1 for the transaction itself; above 1000000000: set aside, or as before V19';
comment on column payment_return.log_index is
    'within its transaction; -1 for the transaction itself; above 1000000000: set aside, or as before V19';
