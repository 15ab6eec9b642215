-- Hashtags of publications that are shown at this moment.
create table hashtag (
    id bigint generated always as identity primary key,
    -- In lower case: tags that differ only in capitals are one.
    name text not null unique,
    -- As whoever used it first wrote it.
    written text not null
);

create index hashtag_prefix on hashtag (name text_pattern_ops);

create table publication_hashtag (
    hashtag_id bigint not null references hashtag,
    publication_id uuid not null references publication on delete cascade,
    primary key (hashtag_id, publication_id)
);

create index publication_hashtag_publication on publication_hashtag (publication_id);

-- What was published before. A database made in the C locale lowers ASCII letters only, unless it is asked otherwise.
do $$
declare
    lowered constant text := case
        when exists (
            select from pg_collation
            where collname = 'pg_c_utf8' and collencoding = pg_char_to_encoding(getdatabaseencoding()))
        then 'lower(written collate "pg_c_utf8")'
        else 'lower(written)'
    end;
begin
    execute 'create temporary table published_hashtag on commit drop as
             select publication.id, published_at, written, ' || lowered || ' as name
             from publication
             cross join lateral jsonb_array_elements_text(form::jsonb -> ''hashtags'') as tag (written)
             where content = ''published''';
    insert into hashtag (name, written)
    select distinct on (name) name, written from published_hashtag order by name, published_at;
    insert into publication_hashtag (hashtag_id, publication_id)
    select distinct hashtag.id, published_hashtag.id from published_hashtag join hashtag using (name);
end
$$;
