// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

interface IAccount {
    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4);
}

/// @title Asks an account that is, or is to be, a contract whether a signature is its own (ERC-1271, ERC-6492)
/// @notice Never deployed: a node runs its constructor in an `eth_call` and returns one byte, 1 for yes. What the factory of a
/// contract that is not there yet does, is gone with the call.
contract SignatureCheck {
    /// @param factory makes the account where there is none yet; the zero address for an account that is there
    constructor(address account, bytes32 digest, bytes memory signature, address factory, bytes memory factoryCall) {
        bytes memory question = abi.encodeCall(IAccount.isValidSignature, (digest, signature));
        bytes4 yes = IAccount.isValidSignature.selector;
        // Strangers answer: nothing of what they return is copied but one word.
        assembly ("memory-safe") {
            if and(iszero(extcodesize(account)), iszero(iszero(factory))) {
                pop(call(gas(), factory, 0, add(factoryCall, 32), mload(factoryCall), 0, 0))
            }
            let answered := staticcall(gas(), account, add(question, 32), mload(question), 0, 32)
            let valid := and(and(answered, gt(returndatasize(), 31)), eq(mload(0), yes))
            mstore8(0, and(valid, iszero(iszero(extcodesize(account)))))
            return(0, 1)
        }
    }
}
