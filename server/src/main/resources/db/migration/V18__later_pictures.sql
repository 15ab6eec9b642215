-- The last change of the list that was looked up in films which had passed it before.
alter table picture_list_revision add column looked_up bigint not null default 0;

update picture_list_revision set looked_up = (select coalesce(max(id), 0) from picture_change);

create index picture_change_of on picture_change (hash, id);
