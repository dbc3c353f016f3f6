package io.shiporskip.log.append;

/** What one send of a block was answered, before anything is concluded from it. */
sealed interface Answer {

    /** Majority-committed and journaled, no errors at all. */
    record Acknowledged() implements Answer {}

    /** A key of it stands already; which index is named says nothing. */
    record DuplicateKey() implements Answer {}

    /** It may have been written or not: no answer, a network error, an unconfirmed write, an error that may pass. */
    record Unknown(String reason) implements Answer {}

    /** It was not written by this send, and sending it again would be answered the same. */
    record Lasting(String reason, boolean concernsServer) implements Answer {}
}
