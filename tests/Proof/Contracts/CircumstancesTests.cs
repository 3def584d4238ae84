using Proof.Parameters;

namespace SageMakerIam.Tests.Proof.Contracts;

/// <summary>From where a principal asks, and from where strangers do.</summary>
public sealed class CircumstancesTests
{
    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.0 203.0.113.255", "203.0.112.255 203.0.114.0")]
    [InlineData("203.0.113.128/25", "203.0.113.128 203.0.113.255", "203.0.113.127 203.0.114.0")]
    [InlineData("198.51.100.7/32", "198.51.100.7", "198.51.100.6 198.51.100.8")]
    [InlineData("198.51.100.7", "198.51.100.7", "198.51.100.6 198.51.100.8")]
    [InlineData("2001:db8::/32", "2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff 2001:db9::")]
    public void ARange_EndsWhereItSays_AndStrangersAreBesideIt(string range, string ends, string beside)
    {
        Circumstances.Ends(range).Should().Equal(ends.Split(' '));
        Circumstances.Beside(range).Should().Equal(beside.Split(' '));
    }

    [Fact]
    public void StrangersStandBesideAllRanges_AndOneSaysNothing()
    {
        Circumstances[] own = [new(true, "203.0.113.6", "203.0.113.6"), new(true, "203.0.113.7", "203.0.113.7")];
        Exchanges.ByWord["source address"].StrangersToCircumstances(own).Select(stranger => stranger.Address).Should()
            .Equal("203.0.113.5", "203.0.113.8", null);
        Exchanges.ByWord["MFA"].StrangersToCircumstances(own).Select(stranger => stranger.Mfa).Distinct().Should().Equal(false, null);
    }

    [Fact]
    public void WhatAServiceAsksForInTheCallersName_ComesFromTheService() =>
        new Circumstances(true, "203.0.113.7")
            .Of(new("me", "kms:Decrypt", "key", new Dictionary<string, string> { ["kms:ViaService"] = "s3.us-east-1.amazonaws.com" }))
            .Context.Keys.Should().Equal("kms:ViaService", "aws:MultiFactorAuthPresent");
}
