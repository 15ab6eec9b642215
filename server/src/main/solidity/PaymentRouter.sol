// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

interface IToken {
    function balanceOf(address account) external view returns (uint256);
}

interface IPermitToken {
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;
}

/// @title Takes payments for publications and hands them on in the same call
/// @notice A payment names its publication by a reference, the EIP-712 digest that the author signed. The contract has no
/// owner, cannot be changed, and keeps nothing: whatever it takes is with the recipient before the call ends, or the call
/// fails as a whole.
/// @dev What a log says is what the recipient got. Whoever reads the logs decides which tokens are worth anything: a token
/// can claim what it likes of itself.
contract PaymentRouter {
    /// @notice Who is paid.
    address payable public immutable recipient;

    /// @dev 1 while nobody is inside a payment in tokens, 2 while somebody is.
    uint256 private turn = 1;

    /// @param paymentReference the digest that the payment is for
    /// @param payer who called: an account or a contract wallet
    /// @param token the zero address for the chain's own coin
    /// @param amount what the recipient got, in the smallest unit
    event Paid(bytes32 indexed paymentReference, address payer, address token, uint256 amount);

    /// @notice The call moved nothing to the recipient.
    error NothingPaid();
    /// @notice The recipient's account did not take the coins.
    error RecipientRefused();
    /// @notice The token did not let the payer's tokens go, or is no token.
    error TokenRefused();
    /// @notice A token called back while it was being paid with.
    error AlreadyPaying();
    /// @notice Coins would be lost at the zero address.
    error NoRecipient();

    /// @dev Two payments in tokens at a time would each count what the other brought.
    modifier oneAtATime() {
        if (turn != 1) revert AlreadyPaying();
        turn = 2;
        _;
        turn = 1;
    }

    constructor(address payable recipient_) {
        if (recipient_ == address(0)) revert NoRecipient();
        recipient = recipient_;
    }

    /// @notice Pays in the chain's own coin.
    function pay(bytes32 paymentReference) external payable {
        if (msg.value == 0) revert NothingPaid();
        emit Paid(paymentReference, msg.sender, address(0), msg.value);
        (bool taken,) = recipient.call{value: msg.value}("");
        if (!taken) revert RecipientRefused();
    }

    /// @notice Pays in an ERC-20 token for which the caller has allowed this contract the amount.
    function payToken(bytes32 paymentReference, address token, uint256 amount) external oneAtATime {
        _payToken(paymentReference, token, amount);
    }

    /// @notice Pays in a token with the caller's EIP-2612 signature for this contract and amount instead of an allowance.
    /// @dev Anybody can see the signature in the pool and use it first. The allowance is there then, and the payment goes on.
    function payTokenWithPermit(
        bytes32 paymentReference,
        address token,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external oneAtATime {
        if (token.code.length == 0) revert TokenRefused();
        try IPermitToken(token).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _payToken(paymentReference, token, amount);
    }

    /// @dev Tokens may keep a fee of what they move, and may return nothing.
    function _payToken(bytes32 paymentReference, address token, uint256 amount) private {
        if (token.code.length == 0) revert TokenRefused();
        uint256 before = IToken(token).balanceOf(recipient);
        (bool done, bytes memory answer) = token.call(
            abi.encodeWithSignature("transferFrom(address,address,uint256)", msg.sender, recipient, amount)
        );
        if (!done || (answer.length != 0 && !_isTrue(answer))) revert TokenRefused();
        uint256 afterwards = IToken(token).balanceOf(recipient);
        if (afterwards <= before) revert NothingPaid();
        emit Paid(paymentReference, msg.sender, token, afterwards - before);
    }

    function _isTrue(bytes memory answer) private pure returns (bool) {
        return answer.length >= 32 && abi.decode(answer, (uint256)) == 1;
    }
}
