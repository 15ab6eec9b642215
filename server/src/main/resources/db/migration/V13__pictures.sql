-- Pictures that are not shown here, by their PDQ hash (docs/moderation.md).
create table blocked_picture (
    hash     char(64)     primary key check (hash ~ '^[0-9a-f]{64}$'),
    -- Those below 50 are kept and never compared.
    quality  smallint     not null check (quality between 0 and 100),
    reason   varchar(200) not null,
    source   varchar(60)  not null,
    added_at timestamptz  not null,
    added_by uuid         not null
);

-- It grows with each change, by whichever hand, and tells every server of this database to read the list anew.
create table picture_list_revision (
    revision bigint not null,
    only_row boolean primary key default true check (only_row)
);

insert into picture_list_revision (revision) values (1);

create function count_picture_list_change() returns trigger language plpgsql as $$
begin
    update picture_list_revision set revision = revision + 1;
    return null;
end $$;

create trigger blocked_picture_changed after insert or update or delete or truncate on blocked_picture
    for each statement execute function count_picture_list_change();

-- Who changed what and when. Rows are added and never touched again.
create table picture_change (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    account_id uuid        not null,
    action     varchar(6)  not null check (action in ('put', 'delete')),
    hash       char(64)    not null,
    -- Of a picture that was put.
    quality    smallint,
    reason     varchar(200),
    source     varchar(60)
);

create function refuse_change_of_picture_history() returns trigger language plpgsql as $$
begin
    raise exception 'picture_change is append only';
end $$;

create trigger picture_change_is_history before update or delete or truncate on picture_change
    for each statement execute function refuse_change_of_picture_history();

-- What the check saw of each publication's pictures.
create table picture_hash (
    publication_id uuid     not null references publication on delete cascade,
    number         smallint not null,
    source         text     not null check (source in ('FILM', 'PREVIEW', 'POSTER', 'AVATAR')),
    micros         bigint   not null check (micros >= 0),
    hash           char(64) not null check (hash ~ '^[0-9a-f]{64}$'),
    quality        smallint not null check (quality between 0 and 100),
    -- What the operator's model gave it, where there was one.
    score          double precision check (score between 0 and 1),
    primary key (publication_id, number)
);

-- Small pictures of each film, of this server's own making, for the person who decides about it.
create table strip_picture (
    publication_id uuid     not null references publication on delete cascade,
    number         smallint not null,
    micros         bigint   not null check (micros >= 0),
    webp           bytea    not null check (octet_length(webp) between 1 and 131072),
    primary key (publication_id, number)
);
