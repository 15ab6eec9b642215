package dev.slipway.desk.profile;

/** What all publications of a desk say of their author, and how the avatar in it is chosen. */
public record Authorship(ProfileModel profile, AvatarModel avatar) {}
