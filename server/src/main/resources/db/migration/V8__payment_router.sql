-- Payments over a contract, and in tokens.

alter table payment_credit add column token text check (token ~ '^0x[0-9a-f]{40}$');
comment on column payment_credit.token is 'Null: the chain''s own coin. The amount is in the smallest unit of either.';

-- Every payment contract that was ever offered, with whom it pays, which cannot change: old offers keep theirs.
create table payment_router (
    chain_id bigint not null,
    router text not null check (router ~ '^0x[0-9a-f]{40}$'),
    recipient text not null check (recipient ~ '^0x[0-9a-f]{40}$'),
    primary key (chain_id, router)
);
