package com.rechain.dao.user.space;

/** What became of the wish for a new space. */
public sealed interface SpaceCreation {
    record Created(SpaceView space) implements SpaceCreation {}

    record SlugTaken() implements SpaceCreation {}
}
