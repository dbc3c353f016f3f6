package io.shiporskip.command.log;

import com.mongodb.client.MongoDatabase;

/** The database of the log as the command side reaches it; a type of its own, so that both sides fit into one process. */
public record CommandDatabase(MongoDatabase database) {}
