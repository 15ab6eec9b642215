-- What the watcher of the chain has read. All columns with a hash or an address hold lower-case hex with 0x.

-- One row for each payment on chain, for ever: never deleted, and counted once because its key is its place on chain.
-- A reorganisation marks it as undone; the same transaction in another block takes the mark away.
create table payment_credit (
    chain_id bigint not null,
    transaction_hash text not null check (transaction_hash ~ '^0x[0-9a-f]{64}$'),
    -- -1: the transaction itself, a plain transfer that has no log.
    log_index integer not null check (log_index >= -1),
    reference text not null check (reference ~ '^0x[0-9a-f]{64}$'),
    payer text not null check (payer ~ '^0x[0-9a-f]{40}$'),
    recipient text not null check (recipient ~ '^0x[0-9a-f]{40}$'),
    -- In wei.
    amount numeric(78) not null check (amount > 0),
    succeeded boolean not null,
    block_number bigint not null check (block_number >= 0),
    block_hash text not null,
    block_time timestamptz not null,
    undone boolean not null default false,
    primary key (chain_id, transaction_hash, log_index)
);

create index payment_credit_reference on payment_credit (chain_id, reference);
create index payment_credit_block on payment_credit (chain_id, block_number) where not undone;

-- References that a payment or a hint was seen for; open while time or blocks may still change where they stand.
create table payment_reference (
    chain_id bigint not null,
    reference text not null check (reference ~ '^0x[0-9a-f]{64}$'),
    open boolean not null,
    hinted_transaction text,
    hinted_at timestamptz,
    primary key (chain_id, reference)
);

create index payment_reference_open on payment_reference (chain_id) where open;

-- Every address that payments were ever asked to: old offers keep theirs.
create table payment_recipient (
    chain_id bigint not null,
    recipient text not null,
    primary key (chain_id, recipient)
);

-- The newest block that was read whole, and the hashes of those before it, by which a reorganisation is noticed.
create table chain_cursor (
    chain_id bigint primary key,
    number bigint not null,
    hash text not null
);

create table chain_block (
    chain_id bigint not null,
    number bigint not null,
    hash text not null,
    primary key (chain_id, number)
);
