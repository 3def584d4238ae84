namespace Proof;

/// <summary>Where a stack stands.</summary>
/// <param name="Partition">The partition: <c>aws</c>, <c>aws-us-gov</c> or <c>aws-cn</c>.</param>
/// <param name="Account">The account's number, twelve digits.</param>
/// <param name="Region">The region, <c>us-east-1</c> say.</param>
public sealed record Place(string Partition, string Account, string Region)
{
    /// <summary>The place of an account and region; the region says which partition it belongs to.</summary>
    public static Place Of(string account, string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return new(PartitionOf(region), account, region);
    }

    /// <summary>The partition that a region belongs to, <c>aws</c> say, as botocore's partitions.json tells it.</summary>
    public static string PartitionOf(string region) => region.Split('-') switch
    {
        ["cn", ..] => "aws-cn",
        ["eusc", ..] => "aws-eusc",
        ["us", "gov", ..] => "aws-us-gov",
        ["us", "iso", ..] => "aws-iso",
        ["us", "isob", ..] => "aws-iso-b",
        ["eu", "isoe", ..] => "aws-iso-e",
        ["us", "isof", ..] => "aws-iso-f",
        _ => "aws",
    };

    /// <summary>What the names of services' endpoints end with in the partition, as botocore's partitions.json tells it.</summary>
    public string DnsSuffix => Partition switch
    {
        "aws-cn" => "amazonaws.com.cn",
        "aws-eusc" => "amazonaws.eu",
        "aws-iso" => "c2s.ic.gov",
        "aws-iso-b" => "sc2s.sgov.gov",
        "aws-iso-e" => "cloud.adc-e.uk",
        "aws-iso-f" => "csp.hci.ic.gov",
        _ => "amazonaws.com",
    };

    /// <summary>The beginning of the ARNs of a service's resources here.</summary>
    public string Arn(string service) => $"arn:{Partition}:{service}:{Region}:{Account}";

    /// <summary>The ARN of an identity of this account, from its kind and name (<c>role/training</c>).</summary>
    public string Identity(string kindAndName) => $"arn:{Partition}:iam::{Account}:{kindAndName}";

    /// <summary>Fills <c>{partition}</c>, <c>{account}</c> and <c>{region}</c> in a text.</summary>
    public string Fill(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text
            .Replace("{partition}", Partition, StringComparison.Ordinal)
            .Replace("{account}", Account, StringComparison.Ordinal)
            .Replace("{region}", Region, StringComparison.Ordinal);
    }
}
