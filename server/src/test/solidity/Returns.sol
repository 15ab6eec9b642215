// SPDX-License-Identifier: UNLICENSED
pragma solidity 0.8.37;

/// What everybody may mint, and who sends it says so in the log.
contract LoggingToken {
    event Transfer(address indexed from, address indexed to, uint256 value);

    mapping(address => uint256) public balanceOf;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function transfer(address to, uint256 amount) external virtual returns (bool) {
        _move(to, amount);
        emit Transfer(msg.sender, to, amount);
        return true;
    }

    function _move(address to, uint256 amount) internal {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }
}

/// Keeps a tenth of what it moves, and says so.
contract TakingToken is LoggingToken {
    function transfer(address to, uint256 amount) external override returns (bool) {
        uint256 fee = amount / 10;
        _move(to, amount - fee);
        _move(address(this), fee);
        emit Transfer(msg.sender, to, amount - fee);
        emit Transfer(msg.sender, address(this), fee);
        return true;
    }
}

/// Says that it went well, and moves nothing.
contract IdleToken is LoggingToken {
    function transfer(address, uint256) external pure override returns (bool) {
        return true;
    }
}
