-- Whether the author of a publication is named; see DraftForm.
update draft set form = json_set(form, '$.incognito', json('false'))
where json_valid(form);
