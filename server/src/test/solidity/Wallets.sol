// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

/// A wallet that is a contract: it calls whatever it is told to, as a Safe does.
contract ContractWallet {
    receive() external payable {}

    function execute(address to, uint256 value, bytes calldata data) external {
        (bool done,) = to.call{value: value}(data);
        require(done, "the call failed");
    }
}

interface IPay {
    function pay(bytes32 paymentReference) external payable;
}

/// A wallet that pays for several things at once.
contract BatchWallet {
    function go(IPay router, bytes32[] calldata references, uint256[] calldata amounts) external payable {
        for (uint256 i = 0; i < references.length; i++) {
            router.pay{value: amounts[i]}(references[i]);
        }
    }
}

/// A recipient that pays for something else from within the payment that it gets.
contract ReentrantRecipient {
    IPay private router;
    bytes32 private other;

    function pay(IPay router_, bytes32 otherReference) external {
        router = router_;
        other = otherReference;
    }

    receive() external payable {
        bytes32 next = other;
        if (next != 0) {
            other = 0;
            router.pay{value: msg.value}(next);
        }
    }
}

/// Takes no coins.
contract Refuser {}
