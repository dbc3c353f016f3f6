package io.shiporskip.mongo.embedded;

import java.util.Locale;

/** What a command does to the data. */
enum CommandKind {
    /** Says who is there. */
    HELLO,
    /** Shows documents. */
    READ,
    /** Changes documents. */
    WRITE,
    /** Changes collections or indexes: runs alone. */
    SCHEMA,
    /** Neither shows nor changes anything that is kept. */
    OTHER;

    static CommandKind of(String command) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello", "ismaster" -> HELLO;
            case "find", "getmore", "aggregate", "count", "distinct", "listcollections", "listindexes" -> READ;
            case "insert", "update", "delete", "findandmodify" -> WRITE;
            case "create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection" -> SCHEMA;
            default -> OTHER;
        };
    }
}
