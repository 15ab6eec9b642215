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

-- How many rows were set aside. What stands under their references is worked out anew.
create function set_transaction_aside(of_chain bigint, of_transaction text) returns bigint language plpgsql as $$
declare
    rows_of_credits bigint;
    rows_of_returns bigint;
begin
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
    return rows_of_credits + rows_of_returns;
end $$;

comment on column payment_credit.log_index is
    'within its transaction; -1 for the transaction itself; above 1000000000: set aside, or as before V19';
comment on column payment_return.log_index is
    'within its transaction; -1 for the transaction itself; above 1000000000: set aside, or as before V19';
