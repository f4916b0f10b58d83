package com.rechain.dao.user.credential;

/** The ways of proving to be an account's holder. */
public enum CredentialKind {
    PASSWORD
}
