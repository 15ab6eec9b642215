-- What the database itself keeps anybody from doing, the server included: to lose a payment or a return, or to change one
-- otherwise than by reading it in another block. Nor are the reasons changed that an author was told; they can be erased.

create function refuse_loss_of_payments() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception '% keeps every row', tg_table_name;
    end if;
    if new.block_hash = old.block_hash and to_jsonb(new) - 'undone' <> to_jsonb(old) - 'undone' then
        raise exception '% is what a block says', tg_table_name;
    end if;
    return new;
end $$;

create trigger payment_credit_stays before update or delete on payment_credit
    for each row execute function refuse_loss_of_payments();
create trigger payment_credit_is_kept before truncate on payment_credit
    for each statement execute function refuse_loss_of_payments();
create trigger payment_return_stays before update or delete on payment_return
    for each row execute function refuse_loss_of_payments();
create trigger payment_return_is_kept before truncate on payment_return
    for each statement execute function refuse_loss_of_payments();

create trigger moderation_statement_stays before update on moderation_statement
    for each statement execute function refuse_change_of_audit();

-- Whether the chain was ever seen to say itself which blocks are final: a node that does not is then not believed.
alter table chain_cursor add finality_told boolean not null default false;
