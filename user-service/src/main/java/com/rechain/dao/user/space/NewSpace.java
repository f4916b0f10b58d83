package com.rechain.dao.user.space;

import com.rechain.dao.user.text.Slug;

/** What a space begins as. */
public record NewSpace(Slug slug, String name, String about, Visibility visibility) {}
