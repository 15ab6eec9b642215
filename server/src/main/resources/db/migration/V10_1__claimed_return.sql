-- A return to a contract that takes no data carries no reference: the operator tells its transaction, and the server proves it.
alter table payment_return add column claimed boolean not null default false;

create index payment_return_lost on payment_return (chain_id) where claimed and undone;
