-- What the window keeps. Times are milliseconds since 1970, records are JSON.
create table setting (
    name  text primary key,
    value text not null
) strict;

-- One publication in preparation. A column holds what one section of its page is about, and is null until it is known.
create table draft (
    id          text primary key,
    source      text    not null,
    created_at  integer not null,
    facts       text,
    form        text    not null,
    wishes      text    not null,
    preparation text
) strict;
