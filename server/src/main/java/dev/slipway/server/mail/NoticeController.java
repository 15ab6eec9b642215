package dev.slipway.server.mail;

import dev.slipway.server.identity.Callers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where whoever is signed in wants mail (docs/protocol.md). */
@RestController
@RequestMapping("/api/account/notices")
@Tag(name = "account", description = "Who is signed in")
class NoticeController {
    private final Callers callers;
    private final NoticeConfirmation notices;

    NoticeController(Callers callers, NoticeConfirmation notices) {
        this.callers = callers;
        this.notices = notices;
    }

    @GetMapping
    ResponseEntity<NoticeReply> show(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        NoticeReply reply = notices.of(callers.require(authorization).account());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reply);
    }

    @Operation(summary = "Asks for a code by mail; until it comes back, mail goes where it went before")
    @PutMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody NoticeRequest body) {
        notices.ask(callers.require(authorization).account(), body);
    }

    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody NoticeCode body) {
        notices.confirm(callers.require(authorization).account(), body.code());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        notices.takeBack(callers.require(authorization).account());
    }
}
