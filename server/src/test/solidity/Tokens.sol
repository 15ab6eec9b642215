// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

/// An ERC-20 token with EIP-2612 permits; everybody may mint.
contract StandardToken {
    string public constant name = "Standard";
    string public constant symbol = "STD";
    string public constant version = "1";
    uint8 public constant decimals = 6;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(address => uint256) public nonces;
    bytes32 public immutable DOMAIN_SEPARATOR;
    bytes32 private constant PERMIT =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    constructor() {
        DOMAIN_SEPARATOR = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Standard"),
                keccak256("1"),
                block.chainid,
                address(this)
            )
        );
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external
    {
        require(block.timestamp <= deadline, "late");
        bytes32 message = keccak256(abi.encode(PERMIT, owner, spender, value, nonces[owner]++, deadline));
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", DOMAIN_SEPARATOR, message));
        require(ecrecover(digest, v, r, s) == owner, "not the owner");
        allowance[owner][spender] = value;
    }

    function transferFrom(address from, address to, uint256 amount) external virtual returns (bool) {
        _take(from, amount);
        balanceOf[to] += amount;
        return true;
    }

    function _take(address from, uint256 amount) internal {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
    }
}

/// Keeps a tenth of what it moves.
contract FeeToken is StandardToken {
    function transferFrom(address from, address to, uint256 amount) external override returns (bool) {
        _take(from, amount);
        balanceOf[to] += amount - amount / 10;
        return true;
    }
}

/// Says no, and moves nothing.
contract RefusingToken is StandardToken {
    function transferFrom(address, address, uint256) external pure override returns (bool) {
        return false;
    }
}

/// Older than the standard: returns nothing, has a symbol of one word, and knows no permits.
contract SilentToken {
    bytes32 public constant symbol = "OLD";
    uint256 public constant decimals = 2;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

interface IRouter {
    function pay(bytes32 paymentReference) external payable;
    function payToken(bytes32 paymentReference, address token, uint256 amount) external;
}

/// Says of everybody's balance that it grew to all there can be.
contract BoastfulToken {
    uint256 public balance;

    function balanceOf(address) external view returns (uint256) {
        return balance;
    }

    function transferFrom(address, address, uint256) external returns (bool) {
        balance = type(uint256).max;
        return true;
    }

    function forget() external {
        balance = 0;
    }
}

/// Pays over another payment contract from within its own transfer, as a holder whom a token calls (ERC-777) can.
contract CallingToken is StandardToken {
    address private router;
    bytes32 private other;
    uint256 private more;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function payOver(address otherRouter, bytes32 otherReference, uint256 amount) external {
        router = otherRouter;
        other = otherReference;
        more = amount;
    }

    function transferFrom(address from, address to, uint256 amount) external override returns (bool) {
        address next = router;
        if (next != address(0)) {
            router = address(0);
            allowance[address(this)][next] = more;
            balanceOf[address(this)] += more;
            IRouter(next).payToken(other, address(this), more);
        }
        _take(from, amount);
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
        return true;
    }
}

/// Pays once more from within its own transfer, so that one amount would be counted for two references.
contract ReentrantToken is StandardToken {
    bytes32 private other;
    bool private inside;

    function payFor(bytes32 otherReference) external {
        other = otherReference;
    }

    function transferFrom(address from, address to, uint256 amount) external override returns (bool) {
        if (!inside && other != 0) {
            inside = true;
            allowance[address(this)][msg.sender] = amount;
            balanceOf[address(this)] += amount;
            IRouter(msg.sender).payToken(other, address(this), amount);
            inside = false;
        }
        _take(from, amount);
        balanceOf[to] += amount;
        return true;
    }
}
