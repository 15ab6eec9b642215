-- Who can watch, as the signed form says. Forms from before there were levels say nothing: they are for everyone.
-- There is no default from here on: nothing becomes public because somebody forgot to say what it is.
alter table publication add column access_level text not null default 'public'
    check (access_level in ('public', 'unlisted', 'subscriber', 'sponsor'));
alter table publication alter column access_level drop default;

-- Only what may be listed is looked for by its age.
drop index publication_newest;
create index publication_newest on publication (published_at desc)
    where content = 'published' and access_level = 'public';
