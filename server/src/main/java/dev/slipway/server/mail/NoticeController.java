package dev.slipway.server.mail;

import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where whoever is signed in wants mail (docs/protocol.md). */
@RestController
@RequestMapping("/api/account/notices")
@Tag(name = "account", description = "Who is signed in")
class NoticeController {
    private final NoticeConfirmation notices;

    NoticeController(NoticeConfirmation notices) {
        this.notices = notices;
    }

    @SignedIn
    @GetMapping
    ResponseEntity<NoticeReply> show(Caller caller) {
        NoticeReply reply = notices.of(caller.account());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reply);
    }

    @SignedIn
    @Operation(summary = "Asks for a code by mail; until it comes back, mail goes where it went before")
    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(Caller caller, @RequestBody NoticeRequest body) {
        notices.ask(caller.account(), body);
    }

    @SignedIn
    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Caller caller, @RequestBody NoticeCode body) {
        notices.confirm(caller.account(), body.code());
    }

    @SignedIn
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Caller caller) {
        notices.takeBack(caller.account());
    }
}
