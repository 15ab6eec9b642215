package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.publication.Publication;
import java.math.BigInteger;

/** Takes the operator's word for a return that carries no reference, once the chain bears it out; implemented where the chain is read. */
public interface ReturnClaims {

    /**
     * @param owed in wei: exactly what the transaction has to return
     * @throws dev.slipway.server.problem.ProblemException that says why the transaction is not taken, or not yet
     */
    void claim(Publication publication, BigInteger owed, Bytes32 transactionHash);
}
