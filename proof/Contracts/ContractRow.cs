using System.Text.Json.Serialization;

namespace Proof.Contracts;

/// <summary>What a row expects of its requests.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Expectation>))]
public enum Expectation
{
    /// <summary>Every request is allowed.</summary>
    [JsonStringEnumMemberName("all")]
    AllAllowed,

    /// <summary>One request at least is denied, so that the task cannot be done.</summary>
    [JsonStringEnumMemberName("notAll")]
    NotAllAllowed,

    /// <summary>Every request is denied.</summary>
    [JsonStringEnumMemberName("none")]
    NoneAllowed,
}

/// <summary>A row of a contract: an entry of it, with the requests that decide whether it holds.</summary>
/// <param name="Principal">Whose row it is.</param>
/// <param name="Entry">The entry.</param>
/// <param name="May">Whether it says what the principal may do; otherwise what it may not.</param>
/// <param name="Expects">What is expected of the requests.</param>
/// <param name="Requests">The requests.</param>
public sealed record ContractRow(
    ContractPrincipal Principal,
    ContractEntry Entry,
    bool May,
    Expectation Expects,
    IReadOnlyList<AccessRequest> Requests)
{
    /// <summary>The row in words: "deployers.developer may train unet-nightly".</summary>
    public string Text => $"{Principal.Path} {(May ? "may" : "may not")} {Entry.Text}";
}
