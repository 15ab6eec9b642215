package dev.slipway.server.mail;

import dev.slipway.server.personal.Person;
import dev.slipway.server.personal.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where an account wants mail. */
@Component
class NoticeRecords implements PersonalRecords {
    private final NoticeConfirmation notices;
    private final NoticeAddresses addresses;

    NoticeRecords(NoticeConfirmation notices, NoticeAddresses addresses) {
        this.notices = notices;
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public List<NoticeReply> of(Person person) {
        return List.of(notices.of(person.account()));
    }

    @Override
    public void erase(Person person) {
        // The addresses go with the account, and mail on its way to them with them.
        addresses.forgetWhoAsked(person.account());
    }
}
