package io.shiporskip.query.community;

import io.shiporskip.events.community.VoterId;
import io.shiporskip.events.tool.ToolId;

/** What pages and the JSON API ask of single ballots. */
public interface BallotQueries {

    MyVote vote(ToolId tool, VoterId voter);
}
