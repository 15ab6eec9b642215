package dev.slipway.broken.controller;

import org.springframework.web.bind.annotation.RestController;

/** A controller that others could call. */
@RestController
public class PublicController {}
