-- What was returned on chain, and what is owed.

-- One row for each return on chain, for ever, by the same rules as payment_credit. Only what succeeded moved anything.
create table payment_return (
    chain_id bigint not null,
    transaction_hash text not null check (transaction_hash ~ '^0x[0-9a-f]{64}$'),
    -- -1: the transaction itself, which returned the chain's own coin.
    log_index integer not null check (log_index >= -1),
    reference text not null check (reference ~ '^0x[0-9a-f]{64}$'),
    sender text not null check (sender ~ '^0x[0-9a-f]{40}$'),
    refund_to text not null check (refund_to ~ '^0x[0-9a-f]{40}$'),
    -- Null: the chain's own coin. The amount is in the smallest unit of either.
    token text check (token ~ '^0x[0-9a-f]{40}$'),
    amount numeric(78) not null check (amount > 0),
    block_number bigint not null check (block_number >= 0),
    block_hash text not null,
    block_time timestamptz not null,
    undone boolean not null default false,
    primary key (chain_id, transaction_hash, log_index)
);

create index payment_return_reference on payment_return (chain_id, reference);
create index payment_return_block on payment_return (chain_id, block_number) where not undone;

-- What is owed for each reference in each coin or token, as the watcher worked it out last. It could be worked out anew
-- from credits and returns; here it is a list that can be read by pages.
create table payment_refund (
    id bigint generated always as identity primary key,
    chain_id bigint not null,
    reference text not null check (reference ~ '^0x[0-9a-f]{64}$'),
    token text check (token ~ '^0x[0-9a-f]{40}$'),
    owed numeric(78) not null check (owed >= 0),
    returned numeric(78) not null check (returned >= 0),
    reason text not null check (reason in ('late', 'over', 'rejected', 'unusable')),
    -- The transactions that returned it, oldest first, with spaces between them.
    transactions text not null,
    -- Since when something is owed without a break.
    since timestamptz not null,
    unique nulls not distinct (chain_id, reference, token)
);

create index payment_refund_owed on payment_refund (chain_id, id) where owed > 0;

-- What is owed from before there was a list is found with the next look.
update payment_reference set open = true
where exists (
    select 1 from payment_credit c
    where c.chain_id = payment_reference.chain_id and c.reference = payment_reference.reference);
