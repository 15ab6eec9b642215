// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

/// An account whose owner signs for it (ERC-1271).
contract OwnedAccount {
    address private immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        (bytes32 r, bytes32 s) = abi.decode(signature[0:64], (bytes32, bytes32));
        return ecrecover(digest, uint8(signature[64]), r, s) == owner ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}

/// Makes such accounts at addresses that are known before (ERC-1014).
contract AccountFactory {
    function make(address owner) external returns (address) {
        return address(new OwnedAccount{salt: bytes32(0)}(owner));
    }

    function addressOf(address owner) external view returns (address) {
        bytes32 code = keccak256(abi.encodePacked(type(OwnedAccount).creationCode, abi.encode(owner)));
        return address(uint160(uint256(keccak256(abi.encodePacked(bytes1(0xff), address(this), bytes32(0), code)))));
    }
}

/// Answers with more than anybody wants to read.
contract TalkativeAccount {
    fallback() external {
        assembly {
            return(0, 10000000)
        }
    }
}

/// Uses up whatever it is given.
contract GreedyAccount {
    fallback() external {
        while (true) {}
    }
}

/// Says yes to everything in the wrong words: a truth value.
contract CarelessAccount {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bool) {
        return true;
    }
}
